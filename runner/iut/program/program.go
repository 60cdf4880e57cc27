// Package program is what adapters need of programs of the host: finding one, asking it for its
// version, digesting it, and leaving nothing of it behind: it is kept in a process group of its own and under a
// mark, which are ended as a whole, by a [Keeper] even when this process is killed.
package program

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"touchstone/runner/iut"
)

// Place is where programs are started: a folder, and what is added to the environment.
type Place struct {
	Directory   string
	Environment map[string]string
}

// Find is a program's path; a relative one is looked for in the folder. When it is not there the
// error is iut.ErrUnavailable and says where it could come from.
func (p Place) Find(name string) (string, error) {
	if p.Directory != "" && strings.ContainsRune(name, filepath.Separator) && !filepath.IsAbs(name) {
		name = filepath.Join(p.Directory, name)
		if absolute, err := filepath.Abs(name); err == nil {
			name = absolute // a relative path would be looked for below Directory once more
		}
	}
	path, err := exec.LookPath(name)
	if err == nil {
		return path, nil
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, exec.ErrNotFound) {
		return "", fmt.Errorf("%w: %s is not installed (%s)", iut.ErrUnavailable, name, hint(name))
	}
	return "", fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, name, err)
}

// hint says where a program comes from.
func hint(name string) string {
	switch filepath.Base(name) {
	case "qemu-system-riscv64":
		return "Debian package qemu-system-misc, from trixie on qemu-system-riscv"
	case "qemu-riscv64":
		return "Debian package qemu-user"
	case "openocd":
		return "Debian package openocd"
	case "renode":
		return "released by renode/renode; put it on PATH"
	case "spike":
		return "built from source: riscv-software-src/riscv-isa-sim; put it on PATH"
	case "sail_riscv_sim", "riscv_sim_RV64":
		return "released by riscv/sail-riscv; put it on PATH"
	}
	return "put it on PATH, or write its path into start.command"
}

// Command is a command that starts in the place, as the leader of a process group. Cancelling the
// context kills the group.
func (p Place) Command(ctx context.Context, args []string) (*exec.Cmd, error) {
	path, err := p.Find(args[0])
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Path, cmd.Err = path, nil
	cmd.Dir = p.Directory
	cmd.Env = os.Environ()
	for k, v := range p.Environment {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	OwnGroup(cmd)
	return cmd, nil
}

// telling is how long a program may take to tell its version.
const telling = 30 * time.Second

// Version asks a program for its version: the number in the first line that it prints, or the
// whole line when there is none in it; "" of one that prints nothing and ends well.
func (p Place) Version(ctx context.Context, ask []string) (string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, telling, fmt.Errorf("no answer within %v", telling))
	defer cancel()
	cmd, err := p.Command(ctx, ask)
	if err != nil {
		return "", err
	}
	var out Tail
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	KillGroup(cmd)
	said := strings.TrimSpace(out.String())
	first, _, _ := strings.Cut(said, "\n")
	version := number(first)
	if version == "" {
		version = strings.TrimSpace(first)
		if err != nil && said != "" { // it ended badly, and what it said is no version
			err = fmt.Errorf("%w: %s", err, said[strings.LastIndexByte(said, '\n')+1:])
		}
	} else if err != nil && ctx.Err() == nil {
		err = nil // some end badly after they have said it
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx) // that it was killed then says nothing
	}
	if err != nil {
		return "", fmt.Errorf("%w: %q does not tell its version (%w); start.version says how to ask", iut.ErrUnavailable, ask, err)
	}
	return version, nil
}

// number is the number in a line such as "QEMU emulator version 7.2.22 (Debian 1:7.2)" or "Core
// version 10"; "": there is none. The digest says which build it is.
func number(line string) string {
	if n := regexp.MustCompile(`\d+(\.\d+)+[\w.+~-]*`).FindString(line); n != "" {
		return n
	}
	if m := regexp.MustCompile(`(?i)\bversion:?\s+v?(\d[\w+~-]*)`).FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// Digest is the digest of a file: "sha256:…".
func Digest(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// Expand replaces each {name} in an argument of a command by the value of the name. names are all
// that may be asked for.
func Expand(arg string, names []string, value func(name string) string) (string, error) {
	var out strings.Builder
	for {
		i := strings.IndexByte(arg, '{')
		if i < 0 {
			out.WriteString(arg)
			return out.String(), nil
		}
		j := strings.IndexByte(arg[i:], '}')
		if j < 0 || !slices.Contains(names, arg[i+1:i+j]) {
			return "", fmt.Errorf("%q has a { that begins none of {%s}", arg, strings.Join(names, "} {"))
		}
		out.WriteString(arg[:i])
		out.WriteString(value(arg[i+1 : i+j]))
		arg = arg[i+j+1:]
	}
}
