package exchange

// SetMemory sets by how many bytes the heap may grow while something is computed.
func (e *Engine) SetMemory(n uint64) { e.memory = n }
