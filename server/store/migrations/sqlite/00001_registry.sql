-- +goose Up
CREATE TABLE changes (
	one     INTEGER PRIMARY KEY CHECK (one = 1),
	version INTEGER NOT NULL
) STRICT;
INSERT INTO changes (one, version) VALUES (1, 0);

CREATE TABLE keys (
	seq            INTEGER PRIMARY KEY,
	id             TEXT NOT NULL UNIQUE,
	account        TEXT NOT NULL,
	roles          TEXT NOT NULL, -- " vendor admin "
	algorithm      TEXT NOT NULL,
	spki           BLOB NOT NULL,
	label          TEXT NOT NULL,
	added          INTEGER NOT NULL,
	added_by       TEXT NOT NULL,
	revoked        INTEGER NOT NULL DEFAULT 0,
	revoked_by     TEXT NOT NULL DEFAULT '',
	revoked_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX keys_account ON keys (account, seq);

-- A row is a version of an implementation.
CREATE TABLE implementations (
	id      INTEGER PRIMARY KEY,
	vendor  TEXT NOT NULL,
	name    TEXT NOT NULL,
	version TEXT NOT NULL,
	sort    TEXT NOT NULL, -- name and vendor, in lower case
	search  TEXT NOT NULL, -- name, vendor and version, in lower case
	UNIQUE (vendor, name, version)
) STRICT;
CREATE INDEX implementations_sort ON implementations (sort, id DESC);
CREATE INDEX implementations_product ON implementations (sort, vendor, name);

-- Rules (kind 0) and scenarios (kind 1) of packs.
CREATE TABLE names (
	id   INTEGER PRIMARY KEY,
	pack TEXT NOT NULL,
	kind INTEGER NOT NULL,
	name TEXT NOT NULL,
	UNIQUE (pack, kind, name)
) STRICT;

-- The rules that a report speaks of are the same for most reports, and so are the scenarios that ran:
-- a set is kept once.
CREATE TABLE sets (
	id     INTEGER PRIMARY KEY,
	digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE set_names (
	name   INTEGER NOT NULL REFERENCES names (id),
	set_id INTEGER NOT NULL REFERENCES sets (id),
	PRIMARY KEY (name, set_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
	seq            INTEGER PRIMARY KEY,
	digest         TEXT NOT NULL UNIQUE,
	size           INTEGER NOT NULL,
	report_id      TEXT NOT NULL,
	pack           TEXT NOT NULL,
	pack_version   TEXT NOT NULL,
	suite_version  TEXT NOT NULL,
	spec           TEXT NOT NULL,
	features       TEXT NOT NULL,
	profile        TEXT NOT NULL,
	implementation INTEGER NOT NULL REFERENCES implementations (id),
	conclusion     TEXT NOT NULL,
	counts         TEXT NOT NULL,
	environments   TEXT NOT NULL,
	effort         TEXT NOT NULL,
	finished       INTEGER NOT NULL,
	signers        TEXT NOT NULL,
	rules          INTEGER NOT NULL REFERENCES sets (id),
	ran            INTEGER NOT NULL REFERENCES sets (id),
	state          TEXT NOT NULL CHECK (state IN ('pending', 'in-review', 'accepted', 'published', 'refused', 'superseded', 'revoked')),
	account        TEXT NOT NULL,
	submitted      INTEGER NOT NULL,
	decided        INTEGER NOT NULL DEFAULT 0,
	decided_by     TEXT NOT NULL DEFAULT '',
	reason         TEXT NOT NULL DEFAULT '',
	log_index      INTEGER UNIQUE,
	published      INTEGER NOT NULL DEFAULT 0,
	superseded_by  TEXT NOT NULL DEFAULT '',
	stale          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reports_finished ON reports (finished, seq);
CREATE INDEX reports_implementation ON reports (implementation, pack, profile, state, finished, seq);
CREATE INDEX reports_id ON reports (report_id, seq);
CREATE INDEX reports_account ON reports (account, seq);
CREATE INDEX reports_rules ON reports (rules);
CREATE INDEX reports_ran ON reports (ran);
CREATE INDEX reports_waiting ON reports (seq) WHERE state IN ('pending', 'in-review', 'accepted');

CREATE TABLE report_signers (
	key_id TEXT NOT NULL,
	report INTEGER NOT NULL REFERENCES reports (seq),
	PRIMARY KEY (key_id, report)
) STRICT, WITHOUT ROWID;

-- The published report of an implementation and profile whose run finished last.
CREATE TABLE current_reports (
	implementation INTEGER NOT NULL REFERENCES implementations (id),
	pack           TEXT NOT NULL,
	profile        TEXT NOT NULL,
	report         INTEGER UNIQUE REFERENCES reports (seq),
	PRIMARY KEY (implementation, pack, profile)
) STRICT, WITHOUT ROWID;

-- Rules that did not pass. Verdicts and strengths by number: see sqldb.
CREATE TABLE rule_verdicts (
	rule     INTEGER NOT NULL REFERENCES names (id),
	report   INTEGER NOT NULL REFERENCES reports (seq),
	verdict  INTEGER NOT NULL,
	strength INTEGER NOT NULL,
	PRIMARY KEY (rule, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE waivers (
	seq              INTEGER PRIMARY KEY,
	digest           TEXT NOT NULL UNIQUE,
	pack             TEXT NOT NULL,
	profile          TEXT NOT NULL,
	rule             TEXT NOT NULL,
	vendor           TEXT NOT NULL,
	name             TEXT NOT NULL,
	versions         TEXT NOT NULL,
	owner            TEXT NOT NULL,
	reason           TEXT NOT NULL,
	expires          INTEGER NOT NULL,
	added            INTEGER NOT NULL,
	added_by         TEXT NOT NULL,
	withdrawn        INTEGER NOT NULL DEFAULT 0,
	withdrawn_by     TEXT NOT NULL DEFAULT '',
	withdrawn_reason TEXT NOT NULL DEFAULT '',
	log_index        INTEGER UNIQUE
) STRICT;
CREATE INDEX waivers_name ON waivers (name, seq);
CREATE INDEX waivers_rule ON waivers (rule, seq);

CREATE TABLE challenges (
	seq        INTEGER PRIMARY KEY,
	id         TEXT NOT NULL UNIQUE,
	target     TEXT NOT NULL,
	pack       TEXT NOT NULL,
	rule       TEXT NOT NULL,
	scenario   TEXT NOT NULL,
	report     TEXT NOT NULL,
	title      TEXT NOT NULL,
	body       TEXT NOT NULL,
	evidence   TEXT NOT NULL,
	raised_by  TEXT NOT NULL,
	account    TEXT NOT NULL,
	raised     INTEGER NOT NULL,
	state      TEXT NOT NULL CHECK (state IN ('raised', 'open', 'ruled', 'withdrawn', 'dismissed')),
	decided    INTEGER NOT NULL DEFAULT 0,
	decided_by TEXT NOT NULL DEFAULT '',
	reason     TEXT NOT NULL DEFAULT '',
	ruling     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX challenges_rule ON challenges (pack, rule, seq);
CREATE INDEX challenges_report ON challenges (report, seq);

CREATE TABLE rulings (
	seq       INTEGER PRIMARY KEY,
	digest    TEXT NOT NULL UNIQUE,
	challenge TEXT NOT NULL UNIQUE REFERENCES challenges (id),
	outcome   TEXT NOT NULL,
	body      TEXT NOT NULL,
	ruled_by  TEXT NOT NULL,
	ruled     INTEGER NOT NULL,
	pack      TEXT NOT NULL,
	withdraws TEXT NOT NULL,
	suites    TEXT NOT NULL,
	log_index INTEGER UNIQUE
) STRICT;

-- Scenarios that rulings withdrew, from suites with these features ('' = from all).
CREATE TABLE withdrawals (
	name     INTEGER NOT NULL REFERENCES names (id),
	features TEXT NOT NULL,
	ruling   TEXT NOT NULL REFERENCES rulings (digest),
	PRIMARY KEY (name, features, ruling)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
	seq       INTEGER PRIMARY KEY,
	kind      TEXT NOT NULL,
	digest    TEXT NOT NULL,
	subject   TEXT NOT NULL,
	payload   BLOB NOT NULL,
	at        INTEGER NOT NULL,
	log_index INTEGER UNIQUE,
	logged    INTEGER NOT NULL DEFAULT 0,
	UNIQUE (kind, digest)
) STRICT;
CREATE INDEX entries_subject ON entries (subject, seq);
CREATE INDEX entries_unlogged ON entries (seq) WHERE log_index IS NULL;

CREATE TABLE events (
	seq     INTEGER PRIMARY KEY,
	at      INTEGER NOT NULL,
	actor   TEXT NOT NULL,
	action  TEXT NOT NULL,
	subject TEXT NOT NULL,
	detail  TEXT NOT NULL
) STRICT;
CREATE INDEX events_subject ON events (subject, seq);
CREATE INDEX events_actor ON events (actor, seq);

-- +goose Down
DROP TABLE events;
DROP TABLE entries;
DROP TABLE withdrawals;
DROP TABLE rulings;
DROP TABLE challenges;
DROP TABLE waivers;
DROP TABLE rule_verdicts;
DROP TABLE current_reports;
DROP TABLE report_signers;
DROP TABLE reports;
DROP TABLE set_names;
DROP TABLE sets;
DROP TABLE names;
DROP TABLE implementations;
DROP TABLE keys;
DROP TABLE changes;
