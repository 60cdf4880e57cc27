package web

import (
	"context"
	"errors"

	"github.com/gin-gonic/gin"

	"touchstone/server/store"
)

func publicChallenges() []store.ChallengeState {
	return []store.ChallengeState{store.Open, store.Ruled, store.Withdrawn}
}

// challengesBody is a list of challenges.
type challengesBody struct {
	State  string
	States []store.ChallengeState
	Filter store.ChallengeFilter
	Items  []store.Challenge
	paging
}

func (s *Site) challenges(ctx context.Context, r *request) (*page, error) {
	b := challengesBody{State: string(oneOf(r.get("state"), publicChallenges()...)), States: publicChallenges(),
		Filter: store.ChallengeFilter{States: publicChallenges(), Pack: r.get("pack"), Rule: r.get("rule")}}
	if b.State != "" {
		b.Filter.States = []store.ChallengeState{store.ChallengeState(b.State)}
	}
	if digest := "sha256:" + digits(r.get("report")); store.IsDigest(digest) {
		b.Filter.Report = digest
	}
	list, err := r.read.Challenges(ctx, b.Filter, r.listed(50))
	if err != nil {
		return nil, err
	}
	b.Items, b.paging = list.Items, r.paging(list.Next)
	return &page{Title: r.Say("challenges.title"), Part: "challenges", Body: b}, nil
}

// challenge is the page of one, and the form for another.
func (s *Site) challenge(c *gin.Context) {
	if c.Param("id") == "new" {
		s.form(c)
		return
	}
	s.show(c, "challenge", s.dispute)
}

// challengeBody is a challenge. Of one that is not public only that it is there is shown, to who knows
// its ID: that is whoever raised it.
type challengeBody struct {
	store.Challenge
	Public bool
	Ruling *store.Ruling
	Report *store.Report // that it is about
}

func (s *Site) dispute(ctx context.Context, r *request) (*page, error) {
	names, ok := segments(r.path, "/challenges/", 1)
	if !ok || names[0] == "" {
		return nil, missing("problem.challenge")
	}
	x, err := r.read.Challenge(ctx, names[0])
	if errors.Is(err, store.ErrNotFound) {
		return nil, missing("problem.challenge")
	}
	if err != nil {
		return nil, err
	}
	if !x.State.Public() {
		b := challengeBody{Challenge: store.Challenge{ID: x.ID, State: x.State, Raised: x.Raised}}
		return &page{Title: r.Say("challenge." + string(x.State)), Part: "challenges", Hidden: true, Body: b}, nil
	}
	b := challengeBody{Challenge: x, Public: true}
	if x.Ruling != "" {
		ruling, err := r.read.Ruling(ctx, x.Ruling)
		switch {
		case err == nil:
			b.Ruling = &ruling
		case !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
	}
	if x.Report != "" {
		rep, err := r.read.Report(ctx, x.Report)
		switch {
		case err == nil && rep.State.Public():
			b.Report = &rep
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
	}
	return &page{Title: r.Say("challenge.title", x.Title), Part: "challenges", Body: b}, nil
}

// rulingsBody is a list of rulings.
type rulingsBody struct {
	Items []ruled
	paging
}

// ruled is a ruling, and the challenge that it answers.
type ruled struct {
	store.Ruling
	Of *store.Challenge
}

func (s *Site) rulings(ctx context.Context, r *request) (*page, error) {
	list, err := r.read.Rulings(ctx, r.get("pack"), r.listed(50))
	if err != nil {
		return nil, err
	}
	b := rulingsBody{paging: r.paging(list.Next)}
	for _, x := range list.Items {
		one := ruled{Ruling: x}
		c, err := r.read.Challenge(ctx, x.Challenge)
		switch {
		case err == nil && c.State.Public():
			one.Of = &c
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
		b.Items = append(b.Items, one)
	}
	return &page{Title: r.Say("rulings.title"), Part: "challenges", Body: b}, nil
}
