package registry_test

import (
	"testing"
	"time"

	"touchstone/reports/tlog"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

func TestSubmit(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	envelope := r.Envelope(t, 1)
	start := time.Now()
	receipt := r.MustSubmit(t, envelope)
	t.Logf("%d bytes in %v", len(envelope), time.Since(start))
	if !receipt.New || receipt.Report.State != store.Published || receipt.Report.LogIndex != 0 {
		t.Errorf("%+v", receipt.Report)
	}
	in, err := tlog.Verify(receipt.Proof, nil, r.Log().Verifier().String())
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Covers(envelope); err != nil {
		t.Error(err)
	}
}

func TestMany(t *testing.T) {
	start := time.Now()
	registrytest.New(t, registrytest.Options{Reports: 300})
	t.Log(time.Since(start))
}
