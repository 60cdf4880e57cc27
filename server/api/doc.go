// Package api is the registry by HTTP: the JSON API below /api/v1, badges, the Atom feed, health and
// metrics. What it is, openapi.yaml says, which is served beside it; what may be done by whom, package
// registry decides.
//
//	a := api.New(api.Options{Registry: r, URL: "https://registry.example.org"})
//	a.Routes(engine)
//
// # Reading
//
// Only what is public is readable: a report in review, a challenge that no reviewer has let in, are
// not there (404). A reviewer reads them with POST /api/v1/waiting, whose body is a query that the
// reviewer's key has signed a moment ago. Answers about the database carry its version as their ETag, which is compared
// before anything is read; what has a digest carries that. A parameter that is not known is refused
// rather than ignored, so that a filter with a typing error does not look like one that matches all.
//
// # Writing
//
// A report and an act are signed, and that is their authentication. A body may be compressed with
// gzip; both its sizes are bounded, and who sends slower than [MinRate] is cut off. What is refused is
// answered with every reason that was found, as RFC 9457 has it.
package api
