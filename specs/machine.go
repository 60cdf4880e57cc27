package specs

// Machine is what surrounds the hart where bare-metal images run, as far as they must know it. What
// it does not say is as simulators have it: 64 MiB of memory from 0x80000000, HTIF to print and end.
//
//	machine:
//	  base: 0x80000000
//	  memory: 256K
//	  console: {kind: ns16550, address: 0x10000000, stride: 1}
//	  exit: {kind: sifive-test, address: 0x100000}
type Machine struct {
	Base    *uint64 // where memory begins
	Memory  uint64  // bytes
	Console Device
	Exit    Device

	HexOrigin uint64 // address of word 0, where a simulator takes hexadecimal text
}

// Device is something that an image prints on or ends through. Kinds are those of package image.
type Device struct {
	Kind    string
	Address uint64
	Stride  int // bytes from one register to the next
}

func readMachine(n *node) (*Machine, error) {
	if len(n.fields) == 0 {
		return nil, nil
	}
	m := &Machine{Console: readDevice(n.get("console")), Exit: readDevice(n.get("exit"))}
	m.HexOrigin = uint64(n.get("hex_origin").integer())
	if n.child("base") != nil {
		base := uint64(n.get("base").integer())
		m.Base = &base
	}
	if text := n.get("memory").text(); text != "" {
		size, err := byteSize(text)
		if err != nil {
			return nil, err
		}
		m.Memory = uint64(size)
	}
	return m, nil
}

func readDevice(n *node) Device {
	return Device{Kind: n.get("kind").text(), Address: uint64(n.get("address").integer()), Stride: int(n.get("stride").integer())}
}
