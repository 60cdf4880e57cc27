package specs

import (
	"strconv"
	"time"
)

// Limits bound what an execution may take. Zero: the adapter's own.
//
//	start:
//	  timeout: 2m        # an image
//	  limits: {case: 10s, output: 1M, file: 64M, memory: 4G}
//	  retries: 2         # cases that fail are executed so often once more
type Limits struct {
	Case   time.Duration // without another case finishing
	Output int64         // bytes written without another case finishing
	File   int64         // bytes of the files that results come in
	Memory int64         // bytes of address space of each process
}

// readLimits reads limits whose form a schema has checked.
func readLimits(n *node) (l Limits, err error) {
	if t := n.get("case").text(); t != "" {
		if l.Case, err = time.ParseDuration(t); err != nil {
			return l, err
		}
	}
	for name, to := range map[string]*int64{"output": &l.Output, "file": &l.File, "memory": &l.Memory} {
		if text := n.get(name).text(); text != "" {
			if *to, err = byteSize(text); err != nil {
				return l, err
			}
		}
	}
	return l, nil
}

// byteSize reads "64M": a number of bytes, with K, M or G for powers of 1024.
func byteSize(text string) (int64, error) {
	shift := 0
	switch text[len(text)-1] {
	case 'K':
		shift = 10
	case 'M':
		shift = 20
	case 'G':
		shift = 30
	}
	if shift > 0 {
		text = text[:len(text)-1]
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return n << shift, err
}
