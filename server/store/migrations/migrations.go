// Package migrations holds the schema of the registry's database as goose migrations, a folder for
// each dialect. The two folders have the same files, tables, columns and indexes; they differ in
// types alone. A migration that has been released is never changed: another follows it.
//
// Times are microseconds since 1970 (UTC), 0 for none; lists are JSON; what is not in the log has
// a NULL log_index.
package migrations

import "embed"

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

// FS has the folders sqlite and postgres.
func FS() embed.FS { return files }
