package oracle

import "encoding/binary"

// This file asks the floating-point and the vector state together; a case that has neither never
// comes here.

// unitsExplained compares both, and their status, with the observation; the floating-point registers
// that it lists were compared.
func (m *machine) unitsExplained(listed uint32) bool {
	if !m.statusExplained() || m.float.held && !m.floatKept(m.float.written&^listed) {
		return false
	}
	if !m.vector.held {
		return true
	}
	m.vector.look(m.seen)
	return m.vector.explains()
}

// unitPermits adds the rules that permit what is open there.
func (m *machine) unitPermits(out []string) []string {
	if m.float.held {
		for _, set := range m.float.set {
			if set != nil {
				out = union(out, set.by)
			}
		}
	}
	if m.vector.held {
		for i := range m.vector.open {
			out = union(out, m.vector.open[i].by)
		}
	}
	for u := range m.status {
		if set := m.status[u].set; set != nil {
			out = union(out, set.by)
		}
	}
	return out
}

// unitOutcome lists what a path leaves there.
func (m *machine) unitOutcome(out *Outcome) {
	if m.float.held {
		for i := range m.float.f {
			if v, set := m.float.f[i], m.float.set[i]; set != nil || v != m.before.Float.F[i] {
				out.Changed[fNames[i]] = describe(v, set)
			}
		}
	}
	if f := &m.vector; f.held {
		for _, w := range f.touched {
			v, set := f.value(span{int(w) * 64, 64})
			if set != nil || v != word(f.base, w) {
				per := f.vlen / 64
				out.Changed[vectorLoc(int(w)/per, int(w)%per)] = describe(v, set)
			}
		}
	}
	for u := range m.status {
		if s := &m.status[u]; s.seen && (s.set != nil || s.v != s.before) {
			out.Changed[unitNames[u]] = describe(s.v, s.set)
		}
	}
}

// appendUnits adds what makes two paths differ to a fingerprint.
func (m *machine) appendUnits(b []byte) []byte {
	put := func(v uint64, set *Set) {
		b = binary.LittleEndian.AppendUint64(b, v)
		if set != nil {
			b = append(b, set.String()...)
		}
	}
	if m.float.held {
		for i := range m.float.f {
			put(m.float.f[i], m.float.set[i])
		}
	}
	if f := &m.vector; f.held {
		for _, w := range f.touched {
			v, set := f.value(span{int(w) * 64, 64})
			put(uint64(w), nil)
			put(v, set)
		}
	}
	for u := range m.status {
		put(m.status[u].v, m.status[u].set)
	}
	return b
}
