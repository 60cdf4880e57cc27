package api

import (
	"fmt"
	"strings"
	"testing"
)

// What is kept is bounded, is given of its own version only, and what is asked for stays.
func TestKept(t *testing.T) {
	k := newKept()
	k.add("/often", keptAnswer{tag: "1", text: []byte("x")})
	k.add("/large", keptAnswer{tag: "1", text: make([]byte, mostKept+1)})
	if _, ok := k.get("/large", "1"); ok {
		t.Error("a large answer was kept")
	}
	if _, ok := k.get("/often", "2"); ok {
		t.Error("an answer of another version")
	}
	text := []byte(strings.Repeat("x", 200<<10))
	for i := range 1000 {
		k.add(fmt.Sprintf("/%d", i), keptAnswer{tag: "1", text: text})
		if i%50 == 0 {
			if a, ok := k.get("/often", "1"); !ok || string(a.text) != "x" {
				t.Fatalf("forgotten after %d others", i)
			}
		}
		if n := len(k.young) + len(k.old); n > 2*generation/len(text)+2 {
			t.Fatalf("%d answers are kept", n)
		}
	}
	if _, ok := k.get("/0", "1"); ok {
		t.Error("nothing is forgotten")
	}
}
