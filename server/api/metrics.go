package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"touchstone/server/registry"
	"touchstone/server/store"
)

// Metrics counts what a registry does, in a Prometheus registry of its own.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	latency  *prometheus.HistogramVec
	flight   prometheus.Gauge
}

// NewMetrics makes them; version is the binary's.
func NewMetrics(r *registry.Registry, version string) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "touchstone_http_requests_total", Help: "Requests answered, by the template of their route.",
		}, []string{"method", "route", "code"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "touchstone_http_request_duration_seconds", Help: "Time to answer.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"method", "route"}),
		flight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "touchstone_http_requests_in_flight", Help: "Requests being answered."}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "touchstone_build_info", Help: "1; the label is the binary's version.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(m.requests, m.latency, m.flight, build, &registryCollector{r},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Register adds a collector of somebody else's, jobs say.
func (m *Metrics) Register(c prometheus.Collector) error { return m.registry.Register(c) }

// Middleware counts requests. What has no route is counted together: nobody can make new series.
func (m *Metrics) Middleware(c *gin.Context) {
	start := time.Now()
	m.flight.Inc()
	defer func() {
		m.flight.Dec()
		route, method := c.FullPath(), c.Request.Method
		if route == "" {
			route = "none"
		}
		switch method {
		case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodOptions:
		default:
			method = "other"
		}
		m.requests.WithLabelValues(method, route, strconv.Itoa(c.Writer.Status())).Inc()
		m.latency.WithLabelValues(method, route).Observe(time.Since(start).Seconds())
	}()
	c.Next()
}

// Handler serves them in Prometheus' text format.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: 10 * time.Second})
}

// registryCollector asks the registry when it is asked itself.
type registryCollector struct{ r *registry.Registry }

func described(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("touchstone_"+name, help, labels, nil)
}

// Describe sends nothing: what is collected depends on what happened.
func (*registryCollector) Describe(chan<- *prometheus.Desc) {}

// Collect sends the registry's figures.
func (k *registryCollector) Collect(to chan<- prometheus.Metric) {
	s := k.r.Stats()
	send := func(kind prometheus.ValueType, d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, kind, v, labels...)
	}
	submissions := described("submissions_total", "Submissions, by their outcome.", "outcome")
	for outcome, n := range s.Submitted {
		send(prometheus.CounterValue, submissions, float64(n), outcome)
	}
	refusals := described("refusals_total", "Reasons for which submissions and acts were refused.", "code")
	for code, n := range s.Refused {
		send(prometheus.CounterValue, refusals, float64(n), string(code))
	}
	acts := described("acts_total", "Acts done, by their kind.", "kind")
	for kind, n := range s.Acts {
		send(prometheus.CounterValue, acts, float64(n), kind)
	}
	send(prometheus.GaugeValue, described("log_size", "Entries of the log."), float64(k.r.Log().Checkpoint().Size))
	send(prometheus.CounterValue, described("log_entries_total", "Entries that the log has got since the start."), float64(s.Logged))
	send(prometheus.CounterValue, described("log_batches_total", "Appends in which it got them."), float64(s.Batches))
	send(prometheus.GaugeValue, described("reading_bytes", "Envelopes that are being read and verified."), float64(s.Reading))
	send(prometheus.GaugeValue, described("cached_bytes", "Memory that parsed reports take, about."), float64(s.Cached))
	trouble := 0.0
	if s.Trouble != "" {
		trouble = 1
	}
	send(prometheus.GaugeValue, described("log_trouble", "1 while the log takes no entries."), trouble)

	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if totals, err := k.r.Reader().Totals(ctx); err == nil {
		states := described("reports", "Reports, by their state.", "state")
		for _, state := range store.States() {
			send(prometheus.GaugeValue, states, float64(totals[state]), string(state))
		}
	}
}
