package command

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/attest/passphrase"
	"touchstone/reports/bundle"
	"touchstone/server/api"
	"touchstone/server/front"
	"touchstone/server/jobs"
	"touchstone/server/registry"
	"touchstone/server/store"
	"touchstone/server/translog"
	"touchstone/server/web"
)

// Serve is `serve`.
type Serve struct {
	Data     string `default:"touchstone-registry" type:"path" env:"TOUCHSTONE_DATA" placeholder:"DIR" help:"Folder of the registry: database, blobs, log and the log's key. Made when there is none."`
	Addr     string `default:"127.0.0.1:8080" env:"TOUCHSTONE_ADDR" placeholder:"HOST:PORT" help:"Where to listen; port 0 takes a free one."`
	URL      string `name:"url" env:"TOUCHSTONE_URL" placeholder:"URL" help:"Address under which others reach the registry; default: where it listens."`
	Name     string `env:"TOUCHSTONE_NAME" placeholder:"ORIGIN" help:"Name of the registry and origin of its log, for ever; default: the host of --url, else localhost."`
	Database string `env:"TOUCHSTONE_DATABASE" placeholder:"URL" help:"postgres://USER@HOST/NAME instead of SQLite in the folder. A password belongs into the environment variable, or in a .pgpass."`

	Register  []string `sep:"none" env:"TOUCHSTONE_REGISTER" placeholder:"FILE=ACCOUNT[:ROLE,…]" help:"Register a key at start, from its file, also a private one, as vendor, or with the roles that are named: vendor, laboratory, reviewer, admin. ACCOUNT alone registers your own key. May be repeated."`
	Review    bool     `env:"TOUCHSTONE_REVIEW" help:"A reviewer decides before a report is published; else it is published at once."`
	AnySuite  bool     `env:"TOUCHSTONE_ANY_SUITE" help:"Take reports of any suite; else only of those that this binary, or one before it, judges by."`
	OwnVendor bool     `env:"TOUCHSTONE_OWN_VENDOR" help:"A vendor's key submits only reports on implementations whose vendor is its account."`

	Restore bool `help:"Bring a database that was restored from a backup older than the log up to it, from the blobs, instead of refusing it."`

	IUTs   string `name:"iuts" type:"path" env:"TOUCHSTONE_IUTS" placeholder:"DIR" help:"Have implementations judged for who asks for it with a signed act: the embedded executor, and those that this folder describes (NAME.yaml, NAME/iut.yaml). Workers do it: touchstone worker."`
	Shards int    `default:"4" env:"TOUCHSTONE_SHARDS" help:"Parts that such a run is divided into, for as many workers."`
	Key    string `type:"path" env:"TOUCHSTONE_KEY" placeholder:"FILE" help:"Laboratory's key, which signs the reports of runs that workers have not signed. It must be registered."`
	passphrase.Flags

	Metrics      string   `env:"TOUCHSTONE_METRICS" placeholder:"HOST:PORT" help:"Serve metrics for Prometheus there, at /metrics; keep it from the public."`
	TLSCert      string   `name:"tls-cert" type:"path" env:"TOUCHSTONE_TLS_CERT" placeholder:"FILE" help:"Certificate chain (PEM), to serve https; read again when the file changes."`
	TLSKey       string   `name:"tls-key" type:"path" env:"TOUCHSTONE_TLS_KEY" placeholder:"FILE" help:"Its private key (PEM)."`
	TrustedProxy []string `env:"TOUCHSTONE_TRUSTED_PROXY" placeholder:"CIDR" help:"Reverse proxy whose X-Forwarded-For is believed; may be repeated."`

	Rate       float64 `default:"200" env:"TOUCHSTONE_RATE" help:"Requests a second that one client may make, and five times as many at once; 0: any number."`
	SubmitRate float64 `default:"20" env:"TOUCHSTONE_SUBMIT_RATE" help:"Submissions and acts a second that one client may make, and ten times as many at once; 0: any number."`
	MaxReport  int64   `default:"32" env:"TOUCHSTONE_MAX_REPORT" placeholder:"MIB" help:"Size of an envelope up to which it is taken."`
	LogLevel   string  `default:"info" enum:"debug,info,warn,error" env:"TOUCHSTONE_LOG_LEVEL" help:"What is logged, as JSON on standard error: debug is every request, info what changes something, warn, error."`
	Ready      string  `type:"path" placeholder:"FILE" help:"Write the registry's address to a file once it answers; for scripts."`
}

// Help is shown with --help.
func (*Serve) Help() string {
	return "Besides pages and the API (/api/v1, described by /api/v1/openapi.yaml) it answers /healthz, which says ok while the process lives; " +
		"/readyz, which says 503 while the database or the log does not work, or it is about to stop; /log/, the transparency log for verifiers " +
		"and mirrors (C2SP tiles); and, on the address of --metrics alone, /metrics for Prometheus. What it logs holds no keys, no queries and no bodies."
}

// Run serves until the context ends.
func (c *Serve) Run(ctx context.Context, k *kong.Kong, suites Suites, scenarios Scenarios, version Version, work Work) error {
	_ = os.Unsetenv("TOUCHSTONE_DATABASE") // it may hold a password: processes that are started need not know it
	if c.Rate < 0 || c.SubmitRate < 0 || c.MaxReport <= 0 {
		return usage("--rate and --submit-rate are numbers from 0, --max-report one from 1")
	}
	trusted, err := prefixes(c.TrustedProxy)
	if err != nil {
		return err
	}
	certificate, err := c.certificate()
	if err != nil {
		return err
	}
	keys, err := registrations(c.Register)
	if err != nil {
		return err
	}
	judged, err := suites()
	if err != nil {
		return err
	}
	given, err := publicURL(c.URL)
	if err != nil {
		return err
	}
	l, err := listen(ctx, "--addr", c.Addr)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }() // Serve closes it too
	address := given
	if address == "" {
		address = c.address(l.Addr())
	}
	name := c.Name
	if name == "" {
		name = originOf(address, c.URL != "")
	}
	logger := slog.New(slog.NewJSONHandler(k.Stderr, &slog.HandlerOptions{Level: level(c.LogLevel)}))
	translog.Messages(logger)
	options := registry.Options{
		Policy: registry.Policy{Review: c.Review, AnySuite: c.AnySuite, OwnVendor: c.OwnVendor, MaxEnvelope: c.MaxReport << 20},
		Suites: known(judged), Packs: newContents(scenarios), Restore: c.Restore,
	}
	runs, hands, err := c.runs(ctx, work, logger)
	if err != nil {
		return err
	}
	if runs != nil {
		options.Enqueuer = runs
	}
	h, err := open(ctx, house{dir: c.Data, dsn: c.Database, name: name, logger: logger, options: options})
	if err != nil {
		if runs != nil {
			err = errors.Join(err, runs.Close(ctx))
		}
		return err
	}
	defer func() {
		if e := h.close(); e != nil {
			logger.Error("the registry was not closed in good order", "error", e)
		}
	}()
	for _, r := range keys {
		if err := h.register(ctx, r); err != nil {
			return err
		}
	}

	if runs != nil {
		h.then(runs.Close) // before the registry, to which it submits
		hands.Submit = jobs.ToRegistry(h.registry)
		if err := runs.Start(ctx, hands); err != nil {
			return unfinished("%w", err)
		}
		defer context.AfterFunc(ctx, runs.Hush)() // streams would be waited for
	}

	measured := api.NewMetrics(h.registry, string(version))
	f, err := front.New(front.Options{
		Logger: logger, Trusted: trusted, TLS: strings.HasPrefix(address, "https:"), Observe: measured.Middleware,
		Rate: rate(c.Rate), SubmitRate: rate(c.SubmitRate),
	})
	if err != nil {
		return usage("--trusted-proxy: %w", err)
	}
	if err := h.routes(f, api.Options{Registry: h.registry, URL: address, Version: string(version), Ready: f.Ready, Logger: logger}, runs); err != nil {
		return err
	}

	if c.Metrics != "" {
		stop, err := c.measure(ctx, measured, logger)
		if err != nil {
			return err
		}
		defer stop()
	}
	c.say(k, h, address, len(keys))
	if c.Ready != "" {
		if err := bundle.WriteFile(c.Ready, []byte(address+"\n")); err != nil {
			return classed(reports.ExitUsage, fmt.Errorf("--ready: %w", err))
		}
	}
	if err := f.Serve(ctx, l, certificate); err != nil {
		return unfinished("%w", err)
	}
	return nil
}

// routes registers everything that the registry answers.
func (h *opened) routes(f *front.Front, o api.Options, runs *jobs.Jobs) error {
	e := f.Engine()
	o.Runs = runs
	api.New(o).Routes(e)
	pages := web.Options{Registry: h.registry, URL: o.URL, Logger: o.Logger}
	if runs != nil {
		pages.Runs = runPages{runs}
	}
	site, err := web.New(pages)
	if err != nil {
		return err
	}
	site.Register(e)
	tiles := gin.WrapH(http.StripPrefix("/log", h.log.Handler()))
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		e.Handle(method, "/log/*path", tiles)
	}
	// People are told on a page, programs in JSON.
	e.NoRoute(func(c *gin.Context) {
		if isForPrograms(c.Request.URL.Path) {
			api.NotFound(c)
			return
		}
		site.Problem(c, http.StatusNotFound)
	})
	e.NoMethod(func(c *gin.Context) {
		if isForPrograms(c.Request.URL.Path) {
			api.MethodNotAllowed(c)
			return
		}
		site.Problem(c, http.StatusMethodNotAllowed)
	})
	return nil
}

func isForPrograms(path string) bool {
	for _, root := range []string{"/api", "/badge", "/log", "/metrics"} {
		if path == root || strings.HasPrefix(path, root+"/") {
			return true
		}
	}
	return false
}

// rate is none where the flag says so.
func rate(flag float64) float64 {
	if flag == 0 {
		return -1
	}
	return flag
}

func level(name string) slog.Level {
	var l slog.Level
	_ = l.UnmarshalText([]byte(name)) // kong knows the names
	return l
}

// listen says which flag is wrong when it cannot.
func listen(ctx context.Context, flag, addr string) (net.Listener, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, usage("%s %s: something listens there already: end it, or give another port", flag, addr)
	case errors.Is(err, fs.ErrPermission):
		return nil, usage("%s %s: ports below 1024 are not for everybody: give a higher one, and put a reverse proxy before it", flag, addr)
	case err != nil:
		return nil, usage("%s %s: %w", flag, addr, err)
	}
	return l, nil
}

// address is where it listens, as others write it.
func (c *Serve) address(listens net.Addr) string {
	scheme, host := "http", listens.String()
	if c.TLSCert != "" {
		scheme = "https"
	}
	if at, ok := listens.(*net.TCPAddr); ok && at.IP.IsUnspecified() {
		host = fmt.Sprintf("localhost:%d", at.Port)
	}
	return scheme + "://" + host
}

// publicURL reads --url; empty when it is not given.
func publicURL(flag string) (string, error) {
	if flag == "" {
		return "", nil
	}
	u, err := url.Parse(flag)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return "", usage("--url %q: an address like https://registry.example.org, without a path", flag)
	}
	return u.Scheme + "://" + u.Host, nil
}

// originOf names a registry by the host under which it is known.
func originOf(address string, given bool) string {
	u, err := url.Parse(address)
	if !given || err != nil || u.Hostname() == "" {
		return "localhost"
	}
	return u.Hostname()
}

func prefixes(list []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, s := range list {
		p, err := netip.ParsePrefix(s)
		if a, e := netip.ParseAddr(s); e == nil {
			p, err = netip.PrefixFrom(a, a.BitLen()), nil
		}
		if err != nil {
			return nil, usage("--trusted-proxy %q: an address like 10.0.0.7 or a network like 10.0.0.0/24", s)
		}
		out = append(out, p)
	}
	return out, nil
}

// certificate reads the certificate again when its file has changed, for who renews it.
func (c *Serve) certificate() (*tls.Config, error) {
	if c.TLSCert == "" && c.TLSKey == "" {
		return nil, nil
	}
	if c.TLSCert == "" || c.TLSKey == "" {
		return nil, usage("--tls-cert and --tls-key belong together")
	}
	files := &certificate{cert: c.TLSCert, key: c.TLSKey}
	if _, err := files.get(nil); err != nil {
		return nil, usage("--tls-cert, --tls-key: %w", err)
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: files.get}, nil
}

// measure serves metrics apart from the public.
func (c *Serve) measure(ctx context.Context, m *api.Metrics, logger *slog.Logger) (stop func(), err error) {
	l, err := listen(ctx, "--metrics", c.Metrics)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.Handler())
	srv := front.Server(mux, logger)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			logger.Error("metrics are served no longer", "error", err)
		}
	}()
	logger.Info("metrics", "url", "http://"+l.Addr().String()+"/metrics")
	return func() {
		_ = srv.Close()
		<-done
	}, nil
}

// say tells where the registry is, and what to do next.
func (c *Serve) say(k *kong.Kong, h *opened, address string, keys int) {
	w := k.Stderr
	fmt.Fprintf(w, "registry %s on %s/ (Ctrl-C ends)\n", h.registry.Name(), address)
	fmt.Fprintf(w, "  data    %s\n", c.Data)
	fmt.Fprintf(w, "  log key %s\n", h.log.Verifier())
	if h.newKey {
		fmt.Fprintf(w, "          made just now in %s: back it up, and publish the line above elsewhere too\n", h.keyFile)
	}
	if keys == 0 && h.keyless(context.Background()) {
		fmt.Fprintf(w, "\nNobody may submit yet. End it, and start it again with a key:\n\n    touchstone key generate\n    touchstone serve --register ACCOUNT\n\n")
		return
	}
	fmt.Fprintf(w, "\nNext, elsewhere:\n\n    touchstone run\n    touchstone submit touchstone-out --to %s --log-key '%s'\n\n", address, h.log.Verifier())
}

// keyless says whether no key is registered.
func (h *opened) keyless(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	found, err := h.registry.Reader().Keys(ctx, store.KeyFilter{InForce: true}, store.Page{Limit: 1})
	return err == nil && len(found.Items) == 0
}
