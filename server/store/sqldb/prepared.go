package sqldb

import (
	"context"
	"database/sql"
	"sync"
)

// prepared is a database whose statements are parsed once: to parse one takes SQLite longer than to look
// a row up.
type prepared struct {
	*sql.DB
	mu         sync.RWMutex
	statements map[string]*sql.Stmt
}

// mostPrepared bounds the texts that are kept. Those of ours are few; filters put them together.
const mostPrepared = 512

// querier asks in the way that is quickest. The driver of PostgreSQL keeps what it has prepared itself.
func (d dialect) querier(db *sql.DB) querier {
	if d == postgresDialect {
		return db
	}
	return &prepared{DB: db, statements: map[string]*sql.Stmt{}}
}

// statement is that of a text, nil where it is not kept. It is closed with its database.
func (p *prepared) statement(ctx context.Context, query string) *sql.Stmt {
	p.mu.RLock()
	s := p.statements[query]
	full := len(p.statements) >= mostPrepared
	p.mu.RUnlock()
	if s != nil || full {
		return s
	}
	s, err := p.PrepareContext(ctx, query)
	if err != nil {
		return nil // who asks without it is told why
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if other := p.statements[query]; other != nil {
		_ = s.Close()
		return other
	}
	p.statements[query] = s
	return s
}

func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := p.statement(ctx, query); s != nil {
		return s.QueryContext(ctx, args...)
	}
	return p.DB.QueryContext(ctx, query, args...)
}

func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if s := p.statement(ctx, query); s != nil {
		return s.QueryRowContext(ctx, args...)
	}
	return p.DB.QueryRowContext(ctx, query, args...)
}
