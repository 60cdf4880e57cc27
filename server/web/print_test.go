package web

import (
	"hash/maphash"
	"reflect"
	"testing"
	"time"

	"touchstone/server/store"
)

// Nothing that a page shows can change without its fingerprint; and the same, made again, has the same.
func TestFingerprint(t *testing.T) {
	s := &Site{seed: maphash.MakeSeed()}
	for _, body := range []func() any{
		func() any { return fill[reportBody]() }, func() any { return fill[matrixBody]() }, func() any { return fill[historyBody]() },
		func() any { return fill[ruleBody]() }, func() any { return fill[challengeBody]() }, func() any { return fill[rulingsBody]() },
		func() any { return fill[waiversBody]() }, func() any { return fill[keysBody]() }, func() any { return fill[logBody]() },
		func() any { return fill[reportsBody]() }, func() any { return fill[productsBody]() }, func() any { return fill[diffBody]() },
	} {
		body := body()
		printed := func(body any) uint64 { return s.fingerprint(&page{Title: "t", name: "n", Body: body}) }
		first := printed(body)
		if first == 0 {
			t.Errorf("%T: part of it is not understood", body)
			continue
		}
		// What is known by where it is must be the same: of all else only the values count.
		changed := 0
		leaves(reflect.ValueOf(body).Elem(), reflect.TypeOf(body).Elem().Name(), func(path string, v reflect.Value) {
			before := reflect.New(v.Type()).Elem()
			before.Set(v)
			alter(v)
			if printed(body) == first {
				t.Errorf("%s changed, and the fingerprint did not", path)
			}
			v.Set(before)
			changed++
		})
		if printed(body) != first {
			t.Errorf("%T: the same body has two fingerprints", body)
		}
		if changed < 5 {
			t.Errorf("%T: %d leaves", body, changed)
		}
	}
	at := time.Now()
	a, b := matrixBody{Rows: []matrixRow{{Cells: []*cell{{Report: store.Report{Finished: at}}}}}}, matrixBody{Rows: []matrixRow{{Cells: []*cell{{Report: store.Report{Finished: at}}}}}}
	if s.fingerprint(&page{Body: a}) != s.fingerprint(&page{Body: b}) {
		t.Error("two that are equal differ")
	}
	if s.fingerprint(&page{Body: map[string]any{"f": func() {}}}) != 0 {
		t.Error("a function has a fingerprint")
	}
	if s.fingerprint(&page{Title: "a"}) == s.fingerprint(&page{Title: "b"}) || s.fingerprint(&page{Hidden: true}) == s.fingerprint(&page{Live: true}) {
		t.Error("titles and marks are not looked at")
	}
}

func fill[T any]() *T {
	v := new(T)
	set(reflect.ValueOf(v).Elem(), 4)
	return v
}

// set makes a value of which nothing is empty, as deep as that.
func set(v reflect.Value, depth int) {
	if !v.CanSet() || depth == 0 {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(1_800_000_000, 0)))
			return
		}
		for i := range v.NumField() {
			set(v.Field(i), depth-1)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		set(v.Elem(), depth)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		set(v.Index(0), depth)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem())
	}
}

// leaves visits what can be changed.
func leaves(v reflect.Value, path string, visit func(string, reflect.Value)) {
	if !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			visit(path, v)
			return
		}
		for i := range v.NumField() {
			leaves(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Pointer:
		visit(path, v)
		if !v.IsNil() && !known(v.Type()) {
			leaves(v.Elem(), path, visit)
		}
	case reflect.Slice:
		visit(path, v)
		for i := range v.Len() {
			leaves(v.Index(i), path, visit)
		}
	default:
		visit(path, v)
	}
}

func alter(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(v.Uint() + 1)
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.New(v.Type().Elem()).Elem()))
	case reflect.Struct: // a time
		v.Set(reflect.ValueOf(time.Unix(1_800_000_001, 0)))
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		} else {
			v.SetZero()
		}
	case reflect.Map:
		m := reflect.MakeMap(v.Type())
		v.Set(m)
	default:
		panic(v.Type().String())
	}
}
