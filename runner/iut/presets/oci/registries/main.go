// Command oci-registries serves a registry that others wrote, in memory, for the suite to be run against:
//
//	oci-registries -addr 127.0.0.1:5000 distribution    github.com/distribution/distribution/v3, as it is shipped, deletion enabled
//	oci-registries -addr 127.0.0.1:5000 ggcr            github.com/google/go-containerregistry/pkg/registry, referrers enabled
//	oci-registries -version distribution
//
// It is a module of its own, so that Touchstone does not depend on what it tests. Build it with
//
//	go -C runner/iut/presets/oci/registries install .
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"time"

	"github.com/distribution/distribution/v3/configuration"
	"github.com/distribution/distribution/v3/registry/handlers"
	_ "github.com/distribution/distribution/v3/registry/storage/driver/inmemory" // the driver's name is its registration
	"github.com/google/go-containerregistry/pkg/registry"
	"github.com/sirupsen/logrus"
)

// kinds are the registries, and the modules that they are of.
var kinds = map[string]struct {
	module string
	open   func() (http.Handler, error)
}{
	"distribution": {"github.com/distribution/distribution/v3", distribution},
	"ggcr":         {"github.com/google/go-containerregistry", ggcr},
}

func main() {
	addr := flag.String("addr", "127.0.0.1:5000", "where to listen")
	version := flag.Bool("version", false, "print the registry's version")
	flag.Parse()
	if err := run(*addr, *version, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "oci-registries:", err)
		os.Exit(2)
	}
}

func run(addr string, version bool, name string) error {
	kind, ok := kinds[name]
	if !ok {
		return fmt.Errorf("there is no registry %q here; say distribution or ggcr", name)
	}
	if version {
		fmt.Println(name, versionOf(kind.module))
		return nil
	}
	h, err := kind.open()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = s.Close()
	}()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// versionOf is that of a module in this program.
func versionOf(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, d := range info.Deps {
		if d.Path == module {
			return d.Version
		}
	}
	return "unknown"
}

const distributionConfig = `
version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage:
  inmemory: {}
  delete: {enabled: true}
  maintenance: {uploadpurging: {enabled: false}}
http: {addr: "127.0.0.1:0", secret: not a secret}
`

func distribution() (http.Handler, error) {
	config, err := configuration.Parse(strings.NewReader(distributionConfig))
	if err != nil {
		return nil, err
	}
	logrus.SetOutput(io.Discard) // it writes of every refusal
	return handlers.NewApp(context.Background(), config), nil
}

func ggcr() (http.Handler, error) {
	log.SetOutput(io.Discard)
	return registry.New(registry.Logger(log.New(io.Discard, "", 0)), registry.WithReferrersSupport(true)), nil
}
