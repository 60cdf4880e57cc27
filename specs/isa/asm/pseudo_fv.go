package asm

import (
	"strconv"
	"strings"
)

// floatTemplates are the pseudo-instructions of F, D and Zfh and of their CSRs, as templates.
func floatTemplates(name string, operands int) string {
	switch name + "/" + strconv.Itoa(operands) {
	case "frcsr/1":
		return "csrrs $1, 3, x0"
	case "fscsr/1":
		return "csrrw x0, 3, $1"
	case "fscsr/2":
		return "csrrw $1, 3, $2"
	case "frrm/1":
		return "csrrs $1, 2, x0"
	case "fsrm/1":
		return "csrrw x0, 2, $1"
	case "fsrm/2":
		return "csrrw $1, 2, $2"
	case "fsrmi/1":
		return "csrrwi x0, 2, $1"
	case "fsrmi/2":
		return "csrrwi $1, 2, $2"
	case "frflags/1":
		return "csrrs $1, 1, x0"
	case "fsflags/1":
		return "csrrw x0, 1, $1"
	case "fsflags/2":
		return "csrrw $1, 1, $2"
	case "fsflagsi/1":
		return "csrrwi x0, 1, $1"
	case "fsflagsi/2":
		return "csrrwi $1, 1, $2"
	}
	operation, format, ok := strings.Cut(name, ".")
	if !ok || format != "h" && format != "s" && format != "d" {
		return ""
	}
	switch operation + "/" + strconv.Itoa(operands) {
	case "fmv/2":
		return "fsgnj." + format + " $1, $2, $2"
	case "fneg/2":
		return "fsgnjn." + format + " $1, $2, $2"
	case "fabs/2":
		return "fsgnjx." + format + " $1, $2, $2"
	case "fgt/3":
		return "flt." + format + " $1, $3, $2"
	case "fge/3":
		return "fle." + format + " $1, $3, $2"
	case "fgtq/3":
		return "fltq." + format + " $1, $3, $2"
	case "fgeq/3":
		return "fleq." + format + " $1, $3, $2"
	}
	return ""
}

// vectorTemplates are the pseudo-instructions of V, without a mask.
func vectorTemplates(name string, operands int) string {
	switch name + "/" + strconv.Itoa(operands) {
	case "vneg.v/2":
		return "vrsub.vx $1, $2, x0"
	case "vnot.v/2":
		return "vxor.vi $1, $2, -1"
	case "vncvt.x.x.w/2":
		return "vnsrl.wx $1, $2, x0"
	case "vwcvt.x.x.v/2":
		return "vwadd.vx $1, $2, x0"
	case "vwcvtu.x.x.v/2":
		return "vwaddu.vx $1, $2, x0"
	case "vfneg.v/2":
		return "vfsgnjn.vv $1, $2, $2"
	case "vfabs.v/2":
		return "vfsgnjx.vv $1, $2, $2"
	case "vmsgt.vv/3":
		return "vmslt.vv $1, $3, $2"
	case "vmsgtu.vv/3":
		return "vmsltu.vv $1, $3, $2"
	case "vmsge.vv/3":
		return "vmsle.vv $1, $3, $2"
	case "vmsgeu.vv/3":
		return "vmsleu.vv $1, $3, $2"
	case "vmslt.vi/3":
		return "vmsle.vi $1, $2, ($3) - 1"
	case "vmsge.vi/3":
		return "vmsgt.vi $1, $2, ($3) - 1"
	case "vmsge.vx/3":
		return "vmslt.vx $1, $2, $3; vmnand.mm $1, $1, $1"
	case "vmsgeu.vx/3":
		return "vmsltu.vx $1, $2, $3; vmnand.mm $1, $1, $1"
	case "vmfgt.vv/3":
		return "vmflt.vv $1, $3, $2"
	case "vmfge.vv/3":
		return "vmfle.vv $1, $3, $2"
	case "vmmv.m/2", "vmcpy.m/2":
		return "vmand.mm $1, $2, $2"
	case "vmnot.m/2":
		return "vmnand.mm $1, $2, $2"
	case "vmclr.m/1":
		return "vmxor.mm $1, $1, $1"
	case "vmset.m/1":
		return "vmxnor.mm $1, $1, $1"
	case "vl1r.v/2":
		return "vl1re8.v $1, $2"
	case "vl2r.v/2":
		return "vl2re8.v $1, $2"
	case "vl4r.v/2":
		return "vl4re8.v $1, $2"
	case "vl8r.v/2":
		return "vl8re8.v $1, $2"
	}
	return ""
}
