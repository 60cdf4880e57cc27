package sweep

// cacheBlocks sweeps operations on cache blocks of 64 bytes: every offset within one, both ends of
// every block of the data area, and every register.
func (b *builder) cacheBlocks() {
	b.addressed = true
	run := func(word uint32, offset int64, memory uint64) int {
		return b.touch(word, access{offset: offset, memory: memory, keep: offset%8 > 4}, 0, place{})
	}
	main, _ := b.word(fixed[:1], 0)
	const block = 64
	for o := range int64(block) {
		run(main, 2*block+o, patterns[int(o)%len(patterns)])
	}
	for o := int64(0); o < 8*block; o += block {
		run(main, o, core[3])
		run(main, o+block-1, core[4])
		b.touch(main, access{offset: o, keep: true}, 0, place{})
	}
	b.choices(func(word uint32, v, _ uint64) int { return run(word, block, v) })
	for range b.Effort.random() {
		if word, ok := b.word(b.drawRegisters(), 0); ok {
			run(word, b.rng.Int64N(8*block), b.value())
		}
	}
}
