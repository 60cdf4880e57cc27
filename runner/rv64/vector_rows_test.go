package rv64

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"touchstone/specs"
)

// addVectorRows gives a pack the rows of every vector function that it has none for, from the facts about
// encodings that specs/isa holds its rows to.
func addVectorRows(p *specs.Pack) error {
	b, err := os.ReadFile("../../specs/isa/testdata/encodings.json")
	if err != nil {
		return err
	}
	var facts struct {
		Rows []struct {
			Name, Mask, Match string
			Operands          map[string]string
		}
	}
	if err := json.Unmarshal(b, &facts); err != nil {
		return err
	}
	extension := map[string]string{}
	for name, functions := range extensions() {
		if strings.HasPrefix(name, "V") || strings.HasPrefix(name, "Zv") {
			for row := range functions {
				extension[row] = name
			}
		}
	}
	for _, row := range p.Instructions {
		delete(extension, row.Name)
	}
	for _, f := range facts.Rows {
		if extension[f.Name] == "" {
			continue
		}
		mask, err := strconv.ParseUint(f.Mask, 0, 32)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		match, err := strconv.ParseUint(f.Match, 0, 32)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		row := specs.Row{Name: f.Name, Extension: extension[f.Name]}
		for k := 31; k >= 0; k-- {
			row.Match += string("-01"[(mask>>k&1)*(1+match>>k&1)])
		}
		scalar := "rs1"
		if strings.HasSuffix(f.Name, "f") || strings.HasSuffix(f.Name, ".vfm") { // .vf, .wf, .v.f, .s.f
			scalar = "fs1"
		}
		var operands []string
		for field := range f.Operands {
			switch field {
			case "nf":
				row.Fields = append(row.Fields, "nf")
				continue
			case "zimm6hi":
				continue
			}
			operand, ok := map[string]string{"rs1": scalar, "zimm6lo": "zimm6", "zimm10": "vtypei10", "zimm11": "vtypei"}[field]
			if !ok {
				operand = field
			}
			if f.Name == "vfmv.f.s" && field == "rd" {
				operand = "fd"
			}
			operands = append(operands, operand)
		}
		row.Asm = strings.Join(operands, ", ")
		p.Instructions = append(p.Instructions, row)
	}
	return nil
}
