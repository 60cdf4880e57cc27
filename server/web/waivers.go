package web

import (
	"context"

	"touchstone/server/store"
)

// waiversBody is a list of waivers.
type waiversBody struct {
	Filter store.WaiverFilter
	Open   bool
	Items  []waived
	paging
}

func (s *Site) waivers(ctx context.Context, r *request) (*page, error) {
	b := waiversBody{Open: r.get("open") != "", Filter: store.WaiverFilter{Pack: r.get("pack"), Profile: r.get("profile"), Rule: r.get("rule"),
		Vendor: r.get("vendor"), Name: r.get("name")}}
	if b.Open {
		b.Filter.OpenAt = r.now
	}
	list, err := r.read.Waivers(ctx, b.Filter, r.listed(100))
	if err != nil {
		return nil, err
	}
	for _, w := range list.Items {
		r.rightUntil(w.Expires)
		b.Items = append(b.Items, waived{w, w.OpenAt(r.now)})
	}
	b.paging = r.paging(list.Next)
	return &page{Title: r.Say("waivers.title"), Part: "waivers", Body: b}, nil
}

// keysBody is a list of keys.
type keysBody struct {
	Account, Role string
	Items         []store.Key
	paging
}

func (s *Site) keys(ctx context.Context, r *request) (*page, error) {
	b := keysBody{Account: r.get("account"), Role: string(oneOf(r.get("role"), store.Vendor, store.Laboratory, store.Reviewer, store.Admin))}
	list, err := r.read.Keys(ctx, store.KeyFilter{Account: b.Account, Role: store.Role(b.Role)}, r.listed(100))
	if err != nil {
		return nil, err
	}
	b.Items, b.paging = list.Items, r.paging(list.Next)
	return &page{Title: r.Say("keys.title"), Part: "keys", Body: b}, nil
}
