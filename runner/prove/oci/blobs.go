package oci

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// digestOf is by the algorithm of another digest.
func digestOf(body []byte, as string) string {
	if strings.HasPrefix(as, "sha512:") {
		sum := sha512.Sum512(body)
		return "sha512:" + hex.EncodeToString(sum[:])
	}
	sum := sha256.Sum256(body)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func (r *registry) blob(q *http.Request, name, digest string) *answer {
	if !digestForm.MatchString(digest) {
		return r.refuse(http.StatusBadRequest, "DIGEST_INVALID", "this is no digest")
	}
	at := r.repository(name, false)
	body, ok := at.blobs[digest]
	if r.wrong.sharedBlobs && !ok {
		body, ok = r.anywhere(digest)
	}
	if !ok {
		return r.refuse(http.StatusNotFound, "BLOB_UNKNOWN", "the repository has no such blob")
	}
	switch q.Method {
	case http.MethodGet, http.MethodHead:
		if r.Redirects && !q.URL.Query().Has("here") {
			return reply(http.StatusTemporaryRedirect, "Location", r.location(q, q.URL.Path+"?here=1"))
		}
		if part := q.Header.Get("Range"); part != "" && !r.NoRange {
			return partial(part, body).digest(digest)
		}
		return reply(http.StatusOK, "Accept-Ranges", "bytes").with("application/octet-stream", body).digest(digest)
	case http.MethodDelete:
		if r.NoDelete {
			return r.unsupported()
		}
		if !r.wrong.keepsBlobs {
			delete(at.blobs, digest)
		}
		return reply(http.StatusAccepted)
	}
	return r.unsupported()
}

func (a *answer) digest(d string) *answer {
	a.header.Set("Docker-Content-Digest", d)
	return a
}

func (r *registry) anywhere(digest string) ([]byte, bool) {
	for _, at := range r.repositories {
		if body, ok := at.blobs[digest]; ok {
			return body, true
		}
	}
	return nil, false
}

var rangeForm = regexp.MustCompile(`^bytes=(\d*)-(\d*)$`)

// partial is one range of a body; what is no single range is passed over, as RFC 9110 lets it be.
func partial(part string, body []byte) *answer {
	m := rangeForm.FindStringSubmatch(part)
	if m == nil || m[1]+m[2] == "" {
		return reply(http.StatusOK).with("application/octet-stream", body)
	}
	size := len(body)
	from, err := strconv.Atoi(m[1])
	to, toErr := strconv.Atoi(m[2])
	switch {
	case err != nil: // the last to bytes
		from, to = max(0, size-to), size-1
	case toErr != nil || to >= size:
		to = size - 1
	}
	if from > to {
		return reply(http.StatusRequestedRangeNotSatisfiable, "Content-Range", fmt.Sprintf("bytes */%d", size))
	}
	return reply(http.StatusPartialContent, "Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, to, size)).
		with("application/octet-stream", body[from:to+1])
}

// upload serves an upload's session, or begins one.
func (r *registry) upload(q *http.Request, name, session string) *answer {
	at := r.repository(name, q.Method == http.MethodPost)
	if session == "" {
		if q.Method != http.MethodPost {
			return r.unsupported()
		}
		return r.begin(q, name, at)
	}
	sofar, ok := at.uploads[session]
	if !ok && r.wrong.anySession {
		at.uploads[session] = new([]byte)
		sofar, ok = at.uploads[session], true
	}
	if !ok {
		return r.refuse(http.StatusNotFound, "BLOB_UPLOAD_UNKNOWN", "there is no such upload")
	}
	path := "/v2/" + name + "/blobs/uploads/" + session
	progress := func(status int) *answer {
		return reply(status, "Location", r.location(q, path), "Range", fmt.Sprintf("0-%d", max(0, len(*sofar)-1)))
	}
	switch q.Method {
	case http.MethodGet:
		return progress(http.StatusNoContent)
	case http.MethodPatch:
		if refused := r.chunk(q, sofar); refused != nil {
			return refused
		}
		if r.wrong.early {
			at.blobs[digestOf(*sofar, "")] = *sofar
		}
		return progress(http.StatusAccepted)
	case http.MethodPut:
		if refused := r.chunk(q, sofar); refused != nil {
			return refused
		}
		a := r.store(q, name, at, q.URL.Query().Get("digest"), *sofar)
		if a.status == http.StatusCreated {
			delete(at.uploads, session)
		}
		return a
	case http.MethodDelete:
		delete(at.uploads, session)
		return reply(http.StatusNoContent)
	}
	return r.unsupported()
}

// begin starts an upload, or does all of it: in one POST, or by mounting.
func (r *registry) begin(q *http.Request, name string, at *repository) *answer {
	query := q.URL.Query()
	if digest := query.Get("mount"); digest != "" && !r.NoMount {
		body, ok := r.repository(query.Get("from"), false).blobs[digest]
		if query.Get("from") == "" {
			body, ok = r.anywhere(digest)
		}
		if ok || r.wrong.mountsNothing {
			at.blobs[digest] = body
			return reply(http.StatusCreated, "Location", r.location(q, "/v2/"+name+"/blobs/"+digest)).digest(digest)
		}
	}
	if digest := query.Get("digest"); digest != "" && !r.NoSinglePost {
		body, err := io.ReadAll(q.Body)
		if err != nil {
			return r.refuse(http.StatusBadRequest, "SIZE_INVALID", "the body broke off")
		}
		return r.store(q, name, at, digest, body)
	}
	r.sessions++
	session := uuid(r.sessions)
	if r.Numbers {
		session = strconv.Itoa(r.sessions)
	}
	if r.wrong.oneSession {
		session = uuid(0)
	}
	at.uploads[session] = new([]byte)
	a := reply(http.StatusAccepted, "Location", r.location(q, "/v2/"+name+"/blobs/uploads/"+session), "Range", "0-0")
	if r.MinChunk > 0 {
		a.header.Set("OCI-Chunk-Min-Length", strconv.Itoa(r.MinChunk))
	}
	return a
}

// uuid is of version 8: made of a number, so that equal runs have equal ones.
func uuid(n int) string {
	sum := sha256.Sum256([]byte(strconv.Itoa(n)))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

var contentRangeForm = regexp.MustCompile(`^([0-9]+)-([0-9]+)$`)

// chunk appends the body of a request, if it goes on where the upload is; nil: it did.
func (r *registry) chunk(q *http.Request, sofar *[]byte) *answer {
	body, err := io.ReadAll(q.Body)
	if err != nil {
		return r.refuse(http.StatusBadRequest, "SIZE_INVALID", "the body broke off")
	}
	if given := q.Header.Get("Content-Range"); given != "" && !r.wrong.anyRange {
		m := contentRangeForm.FindStringSubmatch(given)
		if m == nil || r.wrong.downloadRange {
			return r.refuse(http.StatusRequestedRangeNotSatisfiable, "BLOB_UPLOAD_INVALID", "Content-Range is two numbers and a hyphen")
		}
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if r.wrong.exclusive {
			to--
		}
		inOrder := from == len(*sofar) || r.wrong.overlaps && from < len(*sofar) || r.wrong.gaps && from > len(*sofar)
		if !inOrder || to-from+1 != len(body) && !r.AnyLength {
			return r.refuse(http.StatusRequestedRangeNotSatisfiable, "BLOB_UPLOAD_INVALID", "the chunk is out of order")
		}
		if r.wrong.overlaps {
			*sofar = (*sofar)[:from]
		}
	}
	if q.Method == http.MethodPatch && len(body) < r.MinChunk && !r.wrong.anyRange {
		return r.refuse(http.StatusRequestedRangeNotSatisfiable, "BLOB_UPLOAD_INVALID", "the chunk is too small")
	}
	if r.wrong.lastChunkOnly && len(body) > 0 {
		*sofar = nil
	}
	*sofar = append(*sofar, body...)
	return nil
}

// store keeps a whole blob.
func (r *registry) store(q *http.Request, name string, at *repository, digest string, body []byte) *answer {
	if r.wrong.anyDigest && digest == "" {
		digest = digestOf(body, "")
	}
	if !digestForm.MatchString(digest) || digestOf(body, digest) != digest && !r.wrong.anyDigest {
		return r.refuse(http.StatusBadRequest, "DIGEST_INVALID", "this is not the digest of the blob")
	}
	at.blobs[digest] = body
	return reply(http.StatusCreated, "Location", r.location(q, "/v2/"+name+"/blobs/"+digest)).digest(digest)
}
