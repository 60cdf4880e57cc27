package command

import (
	"strconv"
	"strings"

	"touchstone/runner/image"
	"touchstone/specs"
)

// machineFlags say what surrounds the hart, where bare-metal images run: over what the iut.yaml says.
type machineFlags struct {
	Memory  string `placeholder:"SIZE" help:"Memory that images may use (256K, 64M): with less they are smaller and more."`
	Base    string `placeholder:"ADDRESS" help:"Where memory begins; default: as the implementation says, or 0x80000000."`
	Console string `placeholder:"KIND[@ADDRESS[/STRIDE]]" help:"What images print on: htif, semihosting, ns16550, sifive-uart."`
	Exit    string `placeholder:"KIND[@ADDRESS]" help:"How images end: htif, semihosting, sifive-test, loop."`
}

// machine is the map of an implementation's machine.
func (f *machineFlags) machine(u *specs.IUT) (image.Map, error) {
	said := specs.Machine{}
	where := ""
	if u.Start.Machine != nil {
		said, where = *u.Start.Machine, u.Position.File+": start.machine: "
	}
	base, size := uint64(0x80000000), uint64(image.MaxMemory)
	if said.Base != nil {
		base = *said.Base
	}
	if said.Memory != 0 {
		size = said.Memory
	}
	var err error
	if f.Base != "" {
		where = ""
		if base, err = strconv.ParseUint(f.Base, 0, 64); err != nil {
			return image.Map{}, usage("--base %s: an address, such as 0x80000000", f.Base)
		}
	}
	if f.Memory != "" {
		where = ""
		if size, err = parseSize(f.Memory); err != nil {
			return image.Map{}, err
		}
	}
	for _, d := range []struct {
		flag, text string
		to         *specs.Device
	}{{"--console", f.Console, &said.Console}, {"--exit", f.Exit, &said.Exit}} {
		if d.text == "" {
			continue
		}
		where = ""
		if *d.to, err = parseDevice(d.text); err != nil {
			return image.Map{}, usage("%s %s: %w", d.flag, d.text, err)
		}
	}
	m, err := image.MapOf(base, size)
	if err != nil {
		return m, usage("%s%w", where, err)
	}
	if err := m.SetDevices(image.Device(said.Console), image.Device(said.Exit)); err != nil {
		return m, usage("%s%w", where, err)
	}
	return m, nil
}

// parseDevice reads "ns16550@0x10000000/4".
func parseDevice(text string) (d specs.Device, err error) {
	kind, place, placed := strings.Cut(text, "@")
	d.Kind = kind
	if !placed {
		return d, nil
	}
	address, stride, strided := strings.Cut(place, "/")
	if d.Address, err = strconv.ParseUint(address, 0, 64); err != nil {
		return d, err
	}
	if strided {
		d.Stride, err = strconv.Atoi(stride)
	}
	return d, err
}
