#!/usr/bin/env bash
# Copies the folder of a registry that runs: see "Backups" in README.md. Needs sqlite3, unless rows are in PostgreSQL.
#
#     backup.sh DATA COPY
#
# The order is what matters: the database, then the log, then the blobs. So the log has at least what the database
# knows, and the blobs at least what the log names; `touchstone serve --restore` brings the first up to the second.
# COPY/complete says of when the copy is; without it the copy is none. It is one state and no history: keep several,
# elsewhere.
set -euo pipefail
data=${1:?DATA: the folder of the registry}
copy=${2:?COPY: the folder to copy it to}
[ -e "$data/log/checkpoint" ] || { echo "backup: $data has no log/checkpoint: it is no registry's folder" >&2; exit 2; }
umask 077
mkdir -p -- "$copy/blobs"
rm -rf -- "$copy/complete" "$copy/log" "$copy"/registry.db*

if [ -e "$data/registry.db" ]; then # with --database there is none: dump that one before this script is started
  sqlite3 -readonly "$data/registry.db" ".timeout 60000" ".backup '${copy//\'/\'\'}/registry.db'"
fi
# jobs.db, the queue of runs, is left: a run that was under way is asked for again.
cp --archive -- "$data/log" "$copy/log"
cp --archive -- "$data/log.key" "$copy/log.key"
# A blob is never written to again, and has its name only when it is whole: what is there need not be copied.
cp --archive --update -- "$data/blobs/." "$copy/blobs/"
date -u +%Y-%m-%dT%H:%M:%SZ >"$copy/complete"
sync
