package translog

import "context"

// Settle waits until the checkpoint covers everything that the folder holds, what failed appends have
// left in it included: an entry of theirs that is then not among [Log.Entries] is not in the log.
// Appends whose context ended may still be under way.
func (l *Log) Settle(ctx context.Context) error {
	l.closing.RLock()
	closed := l.closed
	l.closing.RUnlock()
	if closed {
		return ErrClosed
	}
	state, err := folder(l.dir).state(l.key)
	if err != nil || state == nil {
		return err
	}
	return l.covered(ctx, state.Size)
}
