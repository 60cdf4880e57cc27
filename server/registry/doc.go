// Package registry is the rules: which report is accepted and by whom, what becomes public, who may
// do what, and in which order store, blobs and log are written so that none of them ever says what
// another does not know. It speaks no HTTP: packages api and web do, over a [Registry].
//
//	known, err := registry.Known(ctx, db)        // before the log is opened
//	log, err := translog.Open(ctx, translog.Options{Dir: dir, Key: key, Known: known})
//	r, err := registry.Open(ctx, registry.Options{Name: "registry.example.org", Store: db, Blobs: blobs, Log: log})
//	receipt, err := r.Submit(ctx, body)          // receipt.Proof is report.tlog-proof
//	done, err := r.Do(ctx, act)                  // any signed act
//	err = r.Close(ctx)                           // before the log and the store are closed
//
// One process has a registry open: the log's folder is locked.
//
// # Submission
//
// A report is submitted as its signed envelope, and known by "sha256:<hex>" of it. To submit the
// same bytes again gives the same receipt. In this order it is read, up to Policy.MaxEnvelope bytes;
// verified (package attest: signatures, schema, and that counts and conclusion follow from the
// verdicts); held against the keys, the suites and the policy; kept as a blob; and written as a row.
// By policy it is then accepted, or waits for a reviewer. What is accepted is appended to the log,
// and published when it is there; the receipt has the proof. What is not taken is a [*Refusal], which
// gives every reason that was found. A refusal is recorded when somebody registered has signed the
// envelope, and never shown.
//
// # Who may do what
//
// The signature on an act is the authentication. A key acts as the roles that it was registered
// with, until it is revoked.
//
//	what                                   who
//	submit a report                        vendor, laboratory
//	accept or refuse a report in review    reviewer, of another account than the report's
//	supersede a report                     vendor or laboratory of the account that submitted both
//	revoke a report                        vendor or laboratory of the account that submitted it; reviewer, admin
//	add a waiver                           vendor, laboratory, reviewer
//	revoke a waiver                        the account that added it; reviewer, admin
//	raise a challenge                      anybody; with a registered key it is open at once
//	let a raised challenge in, dismiss it  reviewer
//	rule on a challenge                    reviewer, of another account than the challenger's and the report's
//	withdraw a challenge                   the account that raised it
//	register a key                         admin; the operator, with serve --register
//	revoke a key                           admin; any key of the same account
//	enqueue a run                          vendor, laboratory, admin
//	read what waits for review             reviewer
//
// To read, a reviewer signs too: a query ([SignQuery]) that names the registry and holds for five
// minutes. There are no sessions.
//
// # Acts
//
// An act names the registry that it is meant for and when it was signed; one that is older than
// Policy.MaxActAge, or from the future, is refused. The same statement does the same thing once, with
// whichever signatures it comes again: the answer is that of the first time. Its envelope is a blob
// ([Registry.Document]), so that whoever reads the log can fetch what an entry commits to.
//
// # What survives
//
// A submission is written in this order, and each step is on the disk before the next begins:
//
//  1. the envelope, as a blob                 a crash after it leaves garbage, which nobody sees
//  2. the row, accepted, with its log entry   a crash after it: Open appends the entry
//  3. the entry, in the log                   a crash after it: Open finds the entry in the log's tail
//  4. where it is, with the checkpoint        published
//
// Open finishes what was left, and refuses a database and a log that do not belong together
// ([ErrBehind]): one of them was restored from an older backup than the other. A log cannot be older
// than what it has signed. A database can be brought up to the log, if the blobs are there
// (Options.Restore): so back up the database first, then the blobs, then the log.
package registry
