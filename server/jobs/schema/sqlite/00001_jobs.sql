-- Times are microseconds since 1970 of the database's clock, 0 for none; lists are JSON.

-- +goose Up
CREATE TABLE runs (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT NOT NULL UNIQUE,
    act            TEXT NOT NULL,
    account        TEXT NOT NULL,
    iut            TEXT NOT NULL,
    profile        TEXT NOT NULL,
    environments   TEXT NOT NULL,
    effort         TEXT NOT NULL,
    selection      TEXT NOT NULL,
    seed           TEXT NOT NULL,
    parameters     TEXT NOT NULL,
    shards         INTEGER NOT NULL,
    state          TEXT NOT NULL,
    words          TEXT NOT NULL DEFAULT '',
    report         TEXT NOT NULL DEFAULT '',
    created        INTEGER NOT NULL,
    started        INTEGER NOT NULL DEFAULT 0,
    ended          INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX runs_open ON runs (state, account);
CREATE INDEX runs_ended ON runs (ended);

-- What is done by one process: a shard, the report, the submission.
CREATE TABLE tasks (
    run            TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    kind           TEXT NOT NULL,
    part           INTEGER NOT NULL,
    state          TEXT NOT NULL,
    attempt        INTEGER NOT NULL DEFAULT 0,
    failures       INTEGER NOT NULL DEFAULT 0,
    not_before     INTEGER NOT NULL,
    hinted         INTEGER NOT NULL DEFAULT 0,
    hints          INTEGER NOT NULL DEFAULT 0,
    worker         TEXT NOT NULL DEFAULT '',
    token          TEXT NOT NULL DEFAULT '',
    lease          INTEGER NOT NULL DEFAULT 0,
    began          INTEGER NOT NULL DEFAULT 0,
    done           INTEGER NOT NULL DEFAULT 0,
    total          INTEGER NOT NULL DEFAULT 0,
    words          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (run, kind, part)
);
CREATE INDEX tasks_state ON tasks (state, lease);

-- What a task brought, while the run needs it.
CREATE TABLE files (
    run            TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name           TEXT NOT NULL,
    token          TEXT NOT NULL,
    digest         TEXT NOT NULL,
    size           INTEGER NOT NULL,
    PRIMARY KEY (run, name)
);

-- Its bytes: each holder of a task writes its own, of which one set is named by files.
CREATE TABLE chunks (
    run            TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    token          TEXT NOT NULL,
    name           TEXT NOT NULL,
    seq            INTEGER NOT NULL,
    bytes          BLOB NOT NULL,
    PRIMARY KEY (run, token, name, seq)
);

-- +goose Down
DROP TABLE chunks;
DROP TABLE files;
DROP TABLE tasks;
DROP TABLE runs;
