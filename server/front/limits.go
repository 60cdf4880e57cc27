package front

import (
	"math"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limits are the budgets of addresses.
type limits struct{ requests, submissions, challenges *table }

func newLimits(o Options) limits {
	return limits{
		requests:    newTable(o.Rate, 5, o.Clients),
		submissions: newTable(o.SubmitRate, 10, o.Clients),
		challenges:  newTable(o.ChallengeRate, 150, o.Clients),
	}
}

// table has a limiter for each address. It holds two generations: when the younger one is full, the
// older one is forgotten and the younger one grows old; who is seen again comes along.
type table struct {
	mu         sync.Mutex
	young, old map[netip.Prefix]*rate.Limiter
	most       int
	limit      rate.Limit
	burst      int
}

// newTable limits to so many a second, and so many seconds' worth at once. A negative rate is none.
func newTable(perSecond, seconds float64, most int) *table {
	if perSecond < 0 {
		return nil
	}
	return &table{
		young: map[netip.Prefix]*rate.Limiter{}, most: max(most/2, 1),
		limit: rate.Limit(perSecond), burst: max(1, int(math.Ceil(perSecond*seconds))),
	}
}

// take takes one from the budget of an address, or says how long to wait for it.
func (t *table) take(address string, now time.Time) time.Duration {
	if t == nil {
		return 0
	}
	r := t.of(client(address)).ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

func (t *table) of(who netip.Prefix) *rate.Limiter {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l := t.young[who]; l != nil {
		return l
	}
	l := t.old[who]
	if l == nil {
		l = rate.NewLimiter(t.limit, t.burst)
	}
	if len(t.young) >= t.most {
		t.old, t.young = t.young, make(map[netip.Prefix]*rate.Limiter)
	}
	t.young[who] = l
	return l
}

// size is how many addresses are remembered.
func (t *table) size() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.young) + len(t.old)
}

// client is who an address is: of IPv6 the network, which one host has all of. What is no address is
// somebody all the same.
func client(address string) netip.Prefix {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}
	}
	return network(a)
}

func network(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := 32
	if a.Is6() {
		bits = 64
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
