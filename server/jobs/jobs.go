package jobs

import (
	"errors"
	"fmt"
	"time"

	"touchstone/server/store"
)

var (
	// ErrNotFound: there is no such run. It is store.ErrNotFound too.
	ErrNotFound = fmt.Errorf("no such run: %w", store.ErrNotFound)
	// ErrEnded: the run has ended already.
	ErrEnded = errors.New("the run has ended already")
	// ErrBusy: as many watch as may.
	ErrBusy = errors.New("too many are watching; try again in a moment")
	// errLost: the task is somebody else's by now, or its run has ended.
	errLost = errors.New("the task is no longer this process's")
)

// State of a run.
type State string

// The states of a run.
const (
	Queued     State = "queued"
	Running    State = "running"
	Judging    State = "judging"
	Submitting State = "submitting"
	Finished   State = "finished"
	Failed     State = "failed"
	Cancelled  State = "cancelled"
)

// Open says that the run has not ended.
func (s State) Open() bool { return s != Finished && s != Failed && s != Cancelled }

// Order is what is asked for: how a registered implementation is to be judged.
type Order struct {
	ID           string            `json:"id"`  // of the run
	IUT          string            `json:"iut"` // the registered name; to [Work] its file
	Profile      string            `json:"profile,omitzero"`
	Environments []string          `json:"environments,omitempty"`
	Effort       string            `json:"effort"`
	Select       string            `json:"select,omitzero"`
	Seed         uint64            `json:"seed,string"`
	Set          map[string]string `json:"set,omitempty"` // parameters of the claim
}

// Run is a run as it stands.
type Run struct {
	Order
	Act     string    `json:"act"`     // ID of the act that asked for it
	Account string    `json:"account"` // who asked
	State   State     `json:"state"`
	Words   string    `json:"words,omitzero"`  // why it failed, or was cancelled
	Report  string    `json:"report,omitzero"` // digest of the envelope that the registry took
	Created time.Time `json:"created"`
	Started time.Time `json:"started,omitzero"`
	Ended   time.Time `json:"ended,omitzero"`

	Shards   int        `json:"shards"`
	Progress Progress   `json:"progress"` // of all shards
	Tasks    []Progress `json:"tasks"`    // of each; empty in lists
}

// Progress is how far a task has come. Of a whole run, Total grows as shards begin, until all have.
type Progress struct {
	Kind    string  `json:"kind,omitzero"` // shard, finish, submit
	Part    int     `json:"part,omitzero"` // which shard, from 0
	State   string  `json:"state,omitzero"`
	Worker  string  `json:"worker,omitzero"`
	Attempt int     `json:"attempt,omitzero"`
	Words   string  `json:"words,omitzero"` // how the attempt before ended
	Done    int64   `json:"done"`           // cases
	Total   int64   `json:"total"`
	Rate    float64 `json:"rate"` // cases a second, since the attempt began
}

// Kinds and states of tasks.
const (
	KindShard  = "shard"
	KindFinish = "finish"
	KindSubmit = "submit"

	TaskWaiting = "waiting"
	TaskWorking = "working"
	TaskDone    = "done"
	TaskEnded   = "ended"
)

// ShardName is what people call a shard: "2/5" is the second of five.
func ShardName(part, count int) string { return fmt.Sprintf("%d/%d", part+1, count) }
