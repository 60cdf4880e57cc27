package blob

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// body is the n-th blob of the process that is killed.
func body(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "%d ", n), 100_000) }

func putUntilKilled(dir string) error {
	f, err := OpenFolder(dir)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		info, err := f.Put(context.Background(), bytes.NewReader(body(n)))
		if err != nil {
			return err
		}
		fmt.Println(info.Digest)
	}
}

// What was acknowledged before the kill is there, and nothing is there by half.
func TestKilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "blobs")
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), writerVariable+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var acknowledged []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		acknowledged = append(acknowledged, lines.Text())
		if len(acknowledged) == 20 {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("it was not killed")
	}
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(acknowledged) < 20 {
		t.Fatalf("only %d blobs before the kill", len(acknowledged))
	}
	for n, digest := range acknowledged {
		got, err := ReadAll(t.Context(), f, digest, 1<<30)
		if err != nil || !bytes.Equal(got, body(n)) {
			t.Errorf("blob %d: %v", n, err)
		}
	}
	for _, digest := range list(t, f) {
		if _, err := ReadAll(t.Context(), f, digest, 1<<30); err != nil {
			t.Errorf("left by half: %v", err)
		}
	}
}
