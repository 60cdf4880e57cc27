package trial

import "encoding/json"

// Script is what a case says to an implementation that exchanges messages, a library or a service: calls,
// one after the other.
type Script struct {
	Calls []Call `json:"calls"`
}

// Call asks for one operation. A string within Args may hold {name}: what an earlier call of the script kept
// under that name takes its place while the script is carried out.
type Call struct {
	Do    string          `json:"do"`             // the operation: "decode"; "request" is HTTP's
	Args  json.RawMessage `json:"args,omitempty"` // an object
	Keep  []Keep          `json:"keep,omitempty"`
	Setup bool            `json:"setup,omitempty"` // prepares what is tested: when it fails, nothing was tested
}

// Keep gives a part of an answer a name, for later calls.
type Keep struct {
	Name string `json:"name"`
	Path string `json:"path"` // "headers.location.0"
}

// Answer is what came of a call.
type Answer struct {
	Value json.RawMessage `json:"value,omitempty"`
	Skip  string          `json:"skip,omitempty"`  // why the implementation cannot be asked this: it is evidence of nothing
	Error string          `json:"error,omitempty"` // what went wrong between us and the implementation; a refusal is a Value
}
