package image

import ("testing";"os";"os/exec";"context";"time";"fmt"
"touchstone/specs";"touchstone/specs/isa";"touchstone/runner/trial")

func TestProto(t *testing.T){
	p,err:=specs.LoadDir("../../specs/riscv"); if err!=nil{t.Log(err)}
	_ = p
	var tab *isa.Table
	csrs:=[]specs.CSR{{Name:"mscratch",Address:0x340},{Name:"mtvec",Address:0x305},{Name:"mie",Address:0x304},{Name:"mcounteren",Address:0x306},{Name:"mcycle",Address:0xb00},{Name:"mcause",Address:0x342}}
	w:=func(xs ...uint32) []byte {var b []byte; for _,x:=range xs{b=append(b,byte(x),byte(x>>8),byte(x>>16),byte(x>>24))};return b}
	m:=DefaultMap()
	add:=&trial.Stub{Chunks:[]trial.Chunk{{Offset:0,Bytes:w(0x00b50633,0x73)},{Offset:0x80000,Bytes:w(0x73)}}}
	sd:=&trial.Stub{Chunks:[]trial.Chunk{{Offset:0,Bytes:w(0x00b53023,0x73)}},Align:2}
	ill:=&trial.Stub{Chunks:[]trial.Chunk{{Offset:0,Bytes:w(0)}}}
	self:=&trial.Stub{Chunks:[]trial.Chunk{{Offset:0,Bytes:w(0x00b53023,0x100f,0x13,0x13,0x73)}}}
	msc:=&trial.Stub{Chunks:[]trial.Chunk{{Offset:0,Bytes:w(0x34051573,0x73)}}}
	M,U:=trial.Setting{Mode:"M"},trial.Setting{Mode:"U"}
	MX:=trial.Setting{Mode:"M",Anchor:"x31"}
	cs:=[]trial.Case{
		{ID:"a",Setting:M,Stub:add,Before:[]trial.Preset{{Loc:"x10",Value:5},{Loc:"x11",Value:7}}},
		{ID:"b",Setting:M,Stub:sd,Before:[]trial.Preset{{Loc:"x10",Value:m.Data+16},{Loc:"x11",Value:7}}},
		{ID:"c",Setting:M,Stub:ill},
		{ID:"d",Setting:M,Stub:self,Before:[]trial.Preset{{Loc:"x10",Rel:true,Value:8},{Loc:"x11",Value:0x13}}},
		{ID:"e",Setting:U,Stub:add,Before:[]trial.Preset{{Loc:"x10",Value:5},{Loc:"x11",Value:7},{Loc:"mem:80010800",Value:1}}},
		{ID:"f",Setting:M,Stub:msc,Before:[]trial.Preset{{Loc:"x10",Value:5},{Loc:"x11",Value:7}}},
		{ID:"g",Setting:MX,Stub:msc,Before:[]trial.Preset{{Loc:"x10",Value:5},{Loc:"csr:mscratch",Value:9}},Observe:[]trial.Loc{"csr:mcycle","csr:mscratch"}},
		{ID:"h",Setting:MX,Stub:add},
	}
	var items []Item
	for i:=range cs{items=append(items,Item{i,&cs[i]})}
	for _,proto:=range []Protocol{Console,Signature}{
	imgs,err:=Build(tab,csrs,m,items,Options{Protocol:proto}); if err!=nil{t.Fatal(err)}
	for _,img:=range imgs{
		f:="/tmp/proto/t/"+img.Name+string(proto)+".elf"
		os.WriteFile(f,img.ELF,0o644)
		if proto==Signature{continue}
		ctx,c:=context.WithTimeout(context.Background(),5*time.Second)
		out,err:=exec.CommandContext(ctx,"qemu-system-riscv64","-M","spike","-nographic","-bios","none","-kernel",f).CombinedOutput()
		c()
		fmt.Printf("%s %v\n%s\n",img.Name,err,out)
		r:=img.NewReader(func(o trial.Outcome) error { fmt.Printf("%+v\n",o); return nil})
		r.Write(out); r.Close()
		fs,_:=r.Faults(); fmt.Println(r.Complete(),r.Missing(),fs)
	}}
}
