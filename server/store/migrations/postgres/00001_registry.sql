-- +goose Up
CREATE TABLE changes (
	one     BIGINT PRIMARY KEY CHECK (one = 1),
	version BIGINT NOT NULL
);
INSERT INTO changes (one, version) VALUES (1, 0);

CREATE TABLE keys (
	seq            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id             TEXT COLLATE "C" NOT NULL UNIQUE,
	account        TEXT COLLATE "C" NOT NULL,
	roles          TEXT COLLATE "C" NOT NULL, -- " vendor admin "
	algorithm      TEXT COLLATE "C" NOT NULL,
	spki           BYTEA NOT NULL,
	label          TEXT COLLATE "C" NOT NULL,
	added          BIGINT NOT NULL,
	added_by       TEXT COLLATE "C" NOT NULL,
	revoked        BIGINT NOT NULL DEFAULT 0,
	revoked_by     TEXT COLLATE "C" NOT NULL DEFAULT '',
	revoked_reason TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX keys_account ON keys (account, seq);

-- A row is a version of an implementation.
CREATE TABLE implementations (
	id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	vendor  TEXT COLLATE "C" NOT NULL,
	name    TEXT COLLATE "C" NOT NULL,
	version TEXT COLLATE "C" NOT NULL,
	sort    TEXT COLLATE "C" NOT NULL, -- name and vendor, in lower case
	search  TEXT COLLATE "C" NOT NULL, -- name, vendor and version, in lower case
	UNIQUE (vendor, name, version)
);
CREATE INDEX implementations_sort ON implementations (sort, id DESC);
CREATE INDEX implementations_product ON implementations (sort, vendor, name);

-- Rules (kind 0) and scenarios (kind 1) of packs.
CREATE TABLE names (
	id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	pack TEXT COLLATE "C" NOT NULL,
	kind SMALLINT NOT NULL,
	name TEXT COLLATE "C" NOT NULL,
	UNIQUE (pack, kind, name)
);

-- The rules that a report speaks of are the same for most reports, and so are the scenarios that ran:
-- a set is kept once.
CREATE TABLE sets (
	id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest TEXT COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE set_names (
	name   BIGINT NOT NULL REFERENCES names (id),
	set_id BIGINT NOT NULL REFERENCES sets (id),
	PRIMARY KEY (name, set_id)
);

CREATE TABLE reports (
	seq            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest         TEXT COLLATE "C" NOT NULL UNIQUE,
	size           BIGINT NOT NULL,
	report_id      TEXT COLLATE "C" NOT NULL,
	pack           TEXT COLLATE "C" NOT NULL,
	pack_version   TEXT COLLATE "C" NOT NULL,
	suite_version  TEXT COLLATE "C" NOT NULL,
	spec           TEXT COLLATE "C" NOT NULL,
	features       TEXT COLLATE "C" NOT NULL,
	profile        TEXT COLLATE "C" NOT NULL,
	implementation BIGINT NOT NULL REFERENCES implementations (id),
	conclusion     TEXT COLLATE "C" NOT NULL,
	counts         TEXT COLLATE "C" NOT NULL,
	environments   TEXT COLLATE "C" NOT NULL,
	effort         TEXT COLLATE "C" NOT NULL,
	finished       BIGINT NOT NULL,
	signers        TEXT COLLATE "C" NOT NULL,
	rules          BIGINT NOT NULL REFERENCES sets (id),
	ran            BIGINT NOT NULL REFERENCES sets (id),
	state          TEXT COLLATE "C" NOT NULL CHECK (state IN ('pending', 'in-review', 'accepted', 'published', 'refused', 'superseded', 'revoked')),
	account        TEXT COLLATE "C" NOT NULL,
	submitted      BIGINT NOT NULL,
	decided        BIGINT NOT NULL DEFAULT 0,
	decided_by     TEXT COLLATE "C" NOT NULL DEFAULT '',
	reason         TEXT COLLATE "C" NOT NULL DEFAULT '',
	log_index      BIGINT UNIQUE,
	published      BIGINT NOT NULL DEFAULT 0,
	superseded_by  TEXT COLLATE "C" NOT NULL DEFAULT '',
	stale          TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX reports_finished ON reports (finished, seq);
CREATE INDEX reports_implementation ON reports (implementation, pack, profile, state, finished, seq);
CREATE INDEX reports_id ON reports (report_id, seq);
CREATE INDEX reports_account ON reports (account, seq);
CREATE INDEX reports_rules ON reports (rules);
CREATE INDEX reports_ran ON reports (ran);
CREATE INDEX reports_waiting ON reports (seq) WHERE state IN ('pending', 'in-review', 'accepted');

CREATE TABLE report_signers (
	key_id TEXT COLLATE "C" NOT NULL,
	report BIGINT NOT NULL REFERENCES reports (seq),
	PRIMARY KEY (key_id, report)
);

-- The published report of an implementation and profile whose run finished last.
CREATE TABLE current_reports (
	implementation BIGINT NOT NULL REFERENCES implementations (id),
	pack           TEXT COLLATE "C" NOT NULL,
	profile        TEXT COLLATE "C" NOT NULL,
	report         BIGINT UNIQUE REFERENCES reports (seq),
	PRIMARY KEY (implementation, pack, profile)
);

-- Rules that did not pass. Verdicts and strengths by number: see sqldb.
CREATE TABLE rule_verdicts (
	rule     BIGINT NOT NULL REFERENCES names (id),
	report   BIGINT NOT NULL REFERENCES reports (seq),
	verdict  SMALLINT NOT NULL,
	strength SMALLINT NOT NULL,
	PRIMARY KEY (rule, report)
);

CREATE TABLE waivers (
	seq              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest           TEXT COLLATE "C" NOT NULL UNIQUE,
	pack             TEXT COLLATE "C" NOT NULL,
	profile          TEXT COLLATE "C" NOT NULL,
	rule             TEXT COLLATE "C" NOT NULL,
	vendor           TEXT COLLATE "C" NOT NULL,
	name             TEXT COLLATE "C" NOT NULL,
	versions         TEXT COLLATE "C" NOT NULL,
	owner            TEXT COLLATE "C" NOT NULL,
	reason           TEXT COLLATE "C" NOT NULL,
	expires          BIGINT NOT NULL,
	added            BIGINT NOT NULL,
	added_by         TEXT COLLATE "C" NOT NULL,
	withdrawn        BIGINT NOT NULL DEFAULT 0,
	withdrawn_by     TEXT COLLATE "C" NOT NULL DEFAULT '',
	withdrawn_reason TEXT COLLATE "C" NOT NULL DEFAULT '',
	log_index        BIGINT UNIQUE
);
CREATE INDEX waivers_name ON waivers (name, seq);
CREATE INDEX waivers_rule ON waivers (rule, seq);

CREATE TABLE challenges (
	seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id         TEXT COLLATE "C" NOT NULL UNIQUE,
	target     TEXT COLLATE "C" NOT NULL,
	pack       TEXT COLLATE "C" NOT NULL,
	rule       TEXT COLLATE "C" NOT NULL,
	scenario   TEXT COLLATE "C" NOT NULL,
	report     TEXT COLLATE "C" NOT NULL,
	title      TEXT COLLATE "C" NOT NULL,
	body       TEXT COLLATE "C" NOT NULL,
	evidence   TEXT COLLATE "C" NOT NULL,
	raised_by  TEXT COLLATE "C" NOT NULL,
	account    TEXT COLLATE "C" NOT NULL,
	raised     BIGINT NOT NULL,
	state      TEXT COLLATE "C" NOT NULL CHECK (state IN ('raised', 'open', 'ruled', 'withdrawn', 'dismissed')),
	decided    BIGINT NOT NULL DEFAULT 0,
	decided_by TEXT COLLATE "C" NOT NULL DEFAULT '',
	reason     TEXT COLLATE "C" NOT NULL DEFAULT '',
	ruling     TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX challenges_rule ON challenges (pack, rule, seq);
CREATE INDEX challenges_report ON challenges (report, seq);

CREATE TABLE rulings (
	seq       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	digest    TEXT COLLATE "C" NOT NULL UNIQUE,
	challenge TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES challenges (id),
	outcome   TEXT COLLATE "C" NOT NULL,
	body      TEXT COLLATE "C" NOT NULL,
	ruled_by  TEXT COLLATE "C" NOT NULL,
	ruled     BIGINT NOT NULL,
	pack      TEXT COLLATE "C" NOT NULL,
	withdraws TEXT COLLATE "C" NOT NULL,
	suites    TEXT COLLATE "C" NOT NULL,
	log_index BIGINT UNIQUE
);

-- Scenarios that rulings withdrew, from suites with these features ('' = from all).
CREATE TABLE withdrawals (
	name     BIGINT NOT NULL REFERENCES names (id),
	features TEXT COLLATE "C" NOT NULL,
	ruling   TEXT COLLATE "C" NOT NULL REFERENCES rulings (digest),
	PRIMARY KEY (name, features, ruling)
);

CREATE TABLE entries (
	seq       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind      TEXT COLLATE "C" NOT NULL,
	digest    TEXT COLLATE "C" NOT NULL,
	subject   TEXT COLLATE "C" NOT NULL,
	payload   BYTEA NOT NULL,
	at        BIGINT NOT NULL,
	log_index BIGINT UNIQUE,
	logged    BIGINT NOT NULL DEFAULT 0,
	UNIQUE (kind, digest)
);
CREATE INDEX entries_subject ON entries (subject, seq);
CREATE INDEX entries_unlogged ON entries (seq) WHERE log_index IS NULL;

CREATE TABLE events (
	seq     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	at      BIGINT NOT NULL,
	actor   TEXT COLLATE "C" NOT NULL,
	action  TEXT COLLATE "C" NOT NULL,
	subject TEXT COLLATE "C" NOT NULL,
	detail  TEXT COLLATE "C" NOT NULL
);
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
