package attest

import "touchstone/reports"

// Earlier are the digests that an envelope had when it had fewer signatures: with the first alone, with
// the first two, and so on; the last is the one that it has now. Who countersigns adds a signature at
// the end, so a log that took the report before knows it by one of these.
func Earlier(text []byte) ([]string, error) {
	e, _, err := parse(text)
	if err != nil {
		return nil, err
	}
	all := e.Signatures
	digests := make([]string, 0, len(all))
	for n := range all {
		e.Signatures = all[:n+1]
		earlier, err := e.canonical()
		if err != nil {
			return nil, err
		}
		digests = append(digests, reports.Digest(earlier))
	}
	return digests, nil
}
