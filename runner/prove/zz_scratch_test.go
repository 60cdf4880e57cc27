package prove
import ("testing";"fmt";"os";"time";"syscall";"strings";"sort";"touchstone/runner";"touchstone/runner/image";"touchstone/features")
func cpu() time.Duration { var r syscall.Rusage; syscall.Getrusage(0,&r); return time.Duration(r.Utime.Nano()+r.Stime.Nano()) }
func TestScratch(t *testing.T){
 sel:=os.Getenv("SCRATCH"); if sel=="" {t.Skip()}
 pack,_:=embeddedPack()
 ics:=*pack.DefaultICS
 ics.Profile="RVA23U64"; ics.Extensions=pack.Claims["RVA23U64"]
 var plans []*runner.Plan
 for _,e:=range []string{"quick","standard"} {
 t0:=cpu()
 plan,err:=runner.Make(t.Context(), runner.Request{Pack:pack,Features:features.FS(),ICS:ics,Environment:"machine",Effort:e,Seed:1}, image.Signature)
 if err!=nil{t.Fatal(err)}
 plans=append(plans,plan)
 fmt.Println("plan",e,cpu()-t0,len(plan.Cases),len(plan.Trials))
 }
 t0:=cpu()
 s:=NewSuite(plans...)
 all:=s.Subjects()
 fmt.Println("suite",cpu()-t0,len(all))
 kind:=map[string]int{}
 for _,x:=range all{ if i:=strings.Index(x.ID,"/as-");i>0 {kind["as"]++} else {kind[string(x.Kind)]++} }
 fmt.Println(kind)
 type row struct{n int;d time.Duration;surv int}
 per:=map[string]*row{}
 for _,w:=range strings.Split(sel,","){
  for _,x:=range all{ if x.ID==w||strings.HasPrefix(x.ID,w+"/"){
   a:=cpu(); r,err:=s.Try(t.Context(),x); if err!=nil{t.Fatal(err)}
   d:=cpu()-a
   if per[w]==nil{per[w]=&row{}}; per[w].n++; per[w].d+=d; if !r.Killed{per[w].surv++; fmt.Println("SURV",x.ID,d)}
   if os.Getenv("V")!="" {fmt.Println(x.ID,r.Killed,d)}
  }}
 }
 var ks []string; for k:=range per{ks=append(ks,k)}; sort.Strings(ks)
 for _,k:=range ks{fmt.Println(k,per[k].n,per[k].d/time.Duration(per[k].n),per[k].surv)}
}
