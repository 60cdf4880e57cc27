package image

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/runner/image/machine"
)

// Device is what an image prints on, or what it ends through. Registers of a device have an
// address; nobody translates or protects it, and what loads the image has set the device up.
type Device struct {
	Kind    string `json:",omitzero"` // "" is the first of consoles, or of exits
	Address uint64 `json:",omitzero"`
	Stride  int    `json:",omitzero"` // bytes from one register of a 16550 to the next, and how wide an access is: 1, 2, 4; 0 means 1
}

// Kinds of devices: HTIF is the console and the end of simulators that look at the symbol tohost.
const (
	HTIF        = "htif"
	Semihosting = "semihosting" // the ebreak sequence: SYS_WRITE0 and SYS_EXIT
	UART16550   = "ns16550"
	UARTSiFive  = "sifive-uart"
	Finisher    = "sifive-test" // a word that a store of 0x5555 to ends the simulation
	Loop        = "loop"        // it stays at the symbol touchstone_end
	None        = "none"        // no console: of images that print nothing
)

// channels says what the runtime has for a kind, and whether the device has an address.
type channels map[string]struct {
	text    machine.Channel
	address bool
}

func consoles() channels {
	return channels{
		HTIF:        {machine.HTIF, false},
		Semihosting: {machine.Semihosting, false},
		UART16550:   {machine.UART16550, true},
		UARTSiFive:  {machine.UARTSiFive, true},
		None:        {machine.None, false},
	}
}

func exits() channels {
	return channels{
		HTIF:        {machine.HTIF, false},
		Semihosting: {machine.Semihosting, false},
		Finisher:    {machine.Finisher, true},
		Loop:        {machine.Loop, false},
	}
}

// Consoles and Exits are the kinds that there are.
func Consoles() []string { return slices.Sorted(maps.Keys(consoles())) }
func Exits() []string    { return slices.Sorted(maps.Keys(exits())) }

// SetDevices gives a map devices, and says what is wrong with them.
func (m *Map) SetDevices(console, exit Device) error {
	for _, d := range []struct {
		what string
		dev  Device
		from channels
		to   *Device
	}{{"console", console, consoles(), &m.Console}, {"exit", exit, exits(), &m.Exit}} {
		if d.dev.Kind == "" {
			d.dev.Kind = HTIF
		}
		c, ok := d.from[d.dev.Kind]
		switch {
		case !ok:
			return fmt.Errorf("no %s is called %q: there are %s", d.what, d.dev.Kind, strings.Join(slices.Sorted(maps.Keys(d.from)), ", "))
		case c.address && d.dev.Address == 0:
			return fmt.Errorf("%s %s: its address is missing", d.what, d.dev.Kind)
		case !c.address && d.dev.Address != 0:
			return fmt.Errorf("%s %s has no address", d.what, d.dev.Kind)
		case d.dev.Kind != UART16550 && d.dev.Stride != 0:
			return fmt.Errorf("%s %s has no stride; that of %s is the distance of two registers", d.what, d.dev.Kind, UART16550)
		case !slices.Contains([]int{0, 1, 2, 4}, d.dev.Stride):
			return fmt.Errorf("%s: a stride of %d bytes; there are 1, 2 and 4", d.what, d.dev.Stride)
		case d.dev.Address >= m.Base && d.dev.Address < m.Base+m.Memory():
			return fmt.Errorf("%s %s at %#x lies in the memory of images, %#x to %#x", d.what, d.dev.Kind, d.dev.Address, m.Base, m.Base+m.Memory())
		}
		if d.dev.Kind == HTIF {
			d.dev = Device{}
		}
		if d.dev.Stride == 1 {
			d.dev.Stride = 0
		}
		*d.to = d.dev
	}
	return nil
}

// kind is the device's, with its default.
func (d Device) kind() string {
	if d.Kind == "" {
		return HTIF
	}
	return d.Kind
}

// channel is how an image of this map prints and ends.
func (m Map) channel() machine.Channels {
	return machine.Channels{
		Console: consoles()[m.Console.kind()].text, Stride: m.Console.Stride,
		Exit: exits()[m.Exit.kind()].text,
	}
}

// hosted says that something looks at tohost.
func (m Map) hosted() bool { return m.Console.kind() == HTIF || m.Exit.kind() == HTIF }

// calls says that semihosting is used.
func (m Map) calls() bool { return m.Console.Kind == Semihosting || m.Exit.Kind == Semihosting }
