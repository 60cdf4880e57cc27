// Package store is what the registry remembers: keys, reports and the verdicts of their rules,
// waivers, challenges and rulings, what is still to be logged, and who did what. It holds rows; the
// bytes of envelopes and evidence are in package blob, under the digests that stand here. It decides
// nothing: which report is accepted is the registry's business, that two deciders cannot both be
// right is the store's.
//
// One implementation, store/sqldb, speaks to SQLite and to PostgreSQL; store/storetest is the suite
// that both pass.
//
// # Reading and writing
//
// A [Store] reads. Everything is written in [Store.Update], in one transaction with whatever belongs
// together; when Update has returned nil, the writes are on the disk. Within it only the [Tx] is
// used: a second Update inside the first would wait for itself. What is passed to Update may be run
// again when another transaction was in its way, so it changes nothing but the Tx and what it
// assigns afresh.
//
// Lists come in pages ([Page], [List]); a page begins where the cursor of the last one ended, in an
// order that later writes do not shift.
//
// # The life of a report
//
// A report is known by the digest of its envelope: what was submitted once cannot be submitted again
// (ErrExists), except after a refusal.
//
//	from        to          when                                      shown   entry of the log
//	-           pending     submitted; checks have not decided        no
//	-           accepted    submitted, checked and taken at once      no      report
//	pending     in-review   checks passed; a reviewer decides         no
//	pending     accepted    checks passed; policy publishes at once   no      report
//	pending     refused     checks failed, or withdrawn               no
//	in-review   accepted    the reviewer accepts                      no      report
//	in-review   refused     the reviewer refuses, or withdrawn        no
//	refused     pending     submitted again (Tx.AddReport)            no
//	refused     accepted    submitted again, and taken at once        no      report
//	accepted    published   its entry is in the log (Tx.Logged)       yes
//	published   superseded  another published report takes its place  yes     supersession
//	published   revoked     withdrawn after publication               yes     revocation
//	superseded  revoked     withdrawn after publication               yes     revocation
//
// Every other transition is ErrConflict, and so is one of this table whose From another writer has
// left in the meantime: the row is compared and set in one statement. A transition that makes an
// entry of the log takes the entry with it, so nothing is accepted that will not be logged. The log
// keeps all: a superseded or revoked report stays readable, with what became of it.
//
// # The life of a challenge
//
//	from     to          when                                                  shown
//	-        raised      anybody raises it                                     no
//	-        open        somebody raises it whom the registry knows            yes
//	raised   open        a reviewer lets it in                                 yes
//	raised   dismissed   it is no challenge                                    no
//	open     withdrawn   by whom it was raised                                 yes
//	open     ruled       a ruling (Tx.AddRuling), which is an entry of the log yes
//
// A ruling that withdraws scenarios marks the reports that ran them as stale, those that are
// submitted later with such a suite included.
//
// # Log entries
//
// What is to be logged is written in the same transaction as what it is about, and is unlogged. The
// registry appends unlogged entries in the order of Seq, and says with Tx.Logged which index each
// has got; that is also what publishes a report. After a crash between the two, the entry is still
// unlogged here and in the log there: the registry looks for it in the log's tail before it appends.
package store
