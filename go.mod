module touchstone

go 1.26.0

require (
	github.com/alecthomas/kong v1.17.0 // command line
	github.com/chromedp/cdproto v0.159.0 // tests: what chromedp says to a browser
	github.com/chromedp/chromedp v0.23.0 // tests: a browser
	github.com/cucumber/gherkin/go/v26 v26.2.0 // lines of scenarios, linter
	github.com/cucumber/godog v0.15.1 // matches and runs steps
	github.com/cucumber/messages/go/v21 v21.0.1 // the types of gherkin
	github.com/cucumber/messages/go/v28 v28.1.0 // reports as messages
	github.com/cucumber/tag-expressions/go/v6 v6.1.1 // --select
	github.com/emmansun/gmsm v0.41.1 // SM2, SM3, encrypted PKCS#8
	github.com/getkin/kin-openapi v0.152.0 // tests: the API is what openapi.yaml says
	github.com/gin-gonic/gin v1.12.0 // serve
	github.com/goccy/go-yaml v1.19.2 // packs, iut.yaml, baselines
	github.com/google/go-cmp v0.7.0 // tests
	github.com/gowebpki/jcs v1.0.2 // canonical JSON
	github.com/in-toto/attestation v1.2.0 // tests: our statements are theirs
	github.com/jackc/pgx/v5 v5.12.0 // PostgreSQL
	github.com/pressly/goose/v3 v3.29.0 // migrations
	github.com/prometheus/client_golang v1.25.0 // metrics of the registry
	github.com/riverqueue/river v0.49.0 // jobs
	github.com/riverqueue/river/riverdriver v0.49.0 // jobs
	github.com/riverqueue/river/riverdriver/riverpgxv5 v0.49.0 // jobs on PostgreSQL
	github.com/riverqueue/river/riverdriver/riversqlite v0.49.0 // jobs on SQLite
	github.com/rogpeppe/go-internal v1.16.0 // tests: testscript
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1 // a schema for every file
	github.com/schollz/progressbar/v3 v3.19.1 // progress on a terminal
	github.com/secure-systems-lab/go-securesystemslib v0.11.1 // DSSE
	github.com/transparency-dev/tessera v1.0.4 // transparency log
	go.starlark.net v0.0.0-20260908191801-89a6a09411d5 // executable semantics
	go.uber.org/goleak v1.3.0 // tests
	golang.org/x/arch v0.32.0 // tests: another decoder
	golang.org/x/mod v0.42.0 // signed notes, proofs
	golang.org/x/net v0.61.0 // tests: a parser of HTML
	golang.org/x/term v0.47.0 // asks for passphrases
	golang.org/x/text v0.43.0 // a converter of GB 18030: run --pack gb18030, and prove
	golang.org/x/time v0.16.0 // rate limits
	google.golang.org/protobuf v1.36.12 // tests: in-toto types
	k8s.io/klog/v2 v2.130.1 // what tessera has to say
	modernc.org/sqlite v1.61.1 // SQLite without cgo
	pgregory.net/rapid v1.3.0 // tests: properties
)

require (
	github.com/beorn7/perks v1.0.1 // indirect
	github.com/bytedance/gopkg v0.1.3 // indirect
	github.com/bytedance/sonic v1.15.0 // indirect
	github.com/bytedance/sonic/loader v0.5.0 // indirect
	github.com/cenkalti/backoff/v5 v5.0.3 // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/cloudwego/base64x v0.1.6 // indirect
	github.com/dustin/go-humanize v1.1.0 // indirect
	github.com/gabriel-vasile/mimetype v1.4.12 // indirect
	github.com/gin-contrib/sse v1.1.0 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/go-logr/logr v1.4.4 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
	github.com/go-openapi/jsonpointer v0.22.5 // indirect
	github.com/go-openapi/swag/jsonname v0.25.5 // indirect
	github.com/go-playground/locales v0.14.1 // indirect
	github.com/go-playground/universal-translator v0.18.1 // indirect
	github.com/go-playground/validator/v10 v10.30.1 // indirect
	github.com/goccy/go-json v0.10.5 // indirect
	github.com/gofrs/uuid v4.3.1+incompatible // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/gorilla/mux v1.8.0 // indirect
	github.com/hashicorp/go-immutable-radix v1.3.1 // indirect
	github.com/hashicorp/go-memdb v1.3.4 // indirect
	github.com/hashicorp/golang-lru v0.5.4 // indirect
	github.com/hashicorp/golang-lru/v2 v2.0.7 // indirect
	github.com/jackc/pgpassfile v1.0.0 // indirect
	github.com/jackc/pgservicefile v0.0.0-20240606120523-5a60cdf6a761 // indirect
	github.com/jackc/puddle/v2 v2.2.3 // indirect
	github.com/json-iterator/go v1.1.12 // indirect
	github.com/klauspost/cpuid/v2 v2.3.0 // indirect
	github.com/leodido/go-urn v1.4.0 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mfridman/interpolate v0.0.2 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/modern-go/concurrent v0.0.0-20180306012644-bacd9c7ef1dd // indirect
	github.com/modern-go/reflect2 v1.0.2 // indirect
	github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822 // indirect
	github.com/ncruces/go-strftime v1.1.0 // indirect
	github.com/oasdiff/yaml v0.1.1 // indirect
	github.com/oasdiff/yaml3 v0.0.14 // indirect
	github.com/pelletier/go-toml/v2 v2.2.4 // indirect
	github.com/prometheus/client_model v0.6.3 // indirect
	github.com/prometheus/common v0.72.0 // indirect
	github.com/prometheus/procfs v0.22.0 // indirect
	github.com/quic-go/qpack v0.6.0 // indirect
	github.com/quic-go/quic-go v0.59.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/riverqueue/river/rivershared v0.49.0 // indirect
	github.com/riverqueue/river/rivertype v0.49.0 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // indirect
	github.com/sethvargo/go-retry v0.5.0 // indirect
	github.com/spf13/pflag v1.0.7 // indirect
	github.com/tidwall/gjson v1.19.0 // indirect
	github.com/tidwall/match v1.2.0 // indirect
	github.com/tidwall/pretty v1.2.1 // indirect
	github.com/tidwall/sjson v1.2.5 // indirect
	github.com/transparency-dev/formats v0.0.0-20251017110053-404c0d5b696c // indirect
	github.com/transparency-dev/merkle v0.0.2 // indirect
	github.com/twitchyliquid64/golang-asm v0.15.1 // indirect
	github.com/ugorji/go/codec v1.3.1 // indirect
	go.mongodb.org/mongo-driver/v2 v2.5.0 // indirect
	go.opentelemetry.io/auto/sdk v1.2.1 // indirect
	go.opentelemetry.io/otel v1.47.0 // indirect
	go.opentelemetry.io/otel/log v1.47.0 // indirect
	go.opentelemetry.io/otel/metric v1.47.0 // indirect
	go.opentelemetry.io/otel/trace v1.47.0 // indirect
	go.uber.org/multierr v1.11.0 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp v0.0.0-20261011100332-faecfb24eb49 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
	modernc.org/libc v1.79.0 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
