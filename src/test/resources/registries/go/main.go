// A small package registry with trusted publishing, PyPI's dialect. Its issuer is compiled in; how to get there it knows
// from HTTPS_PROXY, and whom to believe from SSL_CERT_FILE. The standard library is all it needs.
//
//	registry PORT [--hole]     the hole: whatever issuer a token names is asked for its keys
package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	issuer       = "https://token.actions.githubusercontent.com"
	forge        = "https://api.github.com"
	audience     = "registry"
	lifetime     = 900
	refreshPause = 60
	keysLive     = 600
	most         = 1 << 20
)

var (
	hole   = len(os.Args) > 2 && os.Args[2] == "--hole"
	client = &http.Client{Timeout: 8 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error {
		return errors.New("a redirect")
	}}

	mutex    sync.Mutex
	shift    int64
	packages = map[string]map[string]publisher{}
	tokens   = map[string]registryToken{}
	files    = map[string]string{}
	used     = map[string]bool{}
	created  int

	refreshing sync.Mutex
	keys       = map[string]*rsa.PublicKey{}
	read       int64
	asked      int64
)

type object = map[string]any

type publisher struct{ repository, repositoryID, owner, ownerID, workflow, environment string }

type registryToken struct {
	expires int64
	allowed map[string]bool
}

type refused struct {
	status            int
	code, description string
}

func (r refused) Error() string { return r.description }

func refuse(code, description string) error { return refused{422, code, description} }

func now() int64 {
	mutex.Lock()
	defer mutex.Unlock()
	return time.Now().Unix() + shift
}

func fetch(url string, into any) error {
	answer, err := client.Get(url)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, most+1))
	if err != nil {
		return err
	}
	if answer.StatusCode != 200 || len(body) > most {
		return fmt.Errorf("status %d, %d bytes", answer.StatusCode, len(body))
	}
	return json.Unmarshal(body, into)
}

func published(by string) (map[string]*rsa.PublicKey, error) {
	var document struct {
		Issuer string `json:"issuer"`
		Keys   string `json:"jwks_uri"`
	}
	if err := fetch(by+"/.well-known/openid-configuration", &document); err != nil {
		return nil, err
	}
	if document.Issuer != by || !strings.HasPrefix(document.Keys, by+"/") {
		return nil, errors.New("of another issuer")
	}
	var set struct {
		Keys []object `json:"keys"`
	}
	if err := fetch(document.Keys, &set); err != nil {
		return nil, err
	}
	if set.Keys == nil {
		return nil, errors.New("no keys")
	}
	found := map[string]*rsa.PublicKey{}
	for _, key := range set.Keys {
		name, _ := key["kid"].(string)
		n, e := octets(key["n"]), octets(key["e"])
		if key["kty"] == "RSA" && is(key, "alg", "RS256") && is(key, "use", "sig") && key["key_ops"] == nil &&
			len(n) >= 256 && len(n) <= 512 && len(e) > 0 && len(e) < 4 {
			found[name] = &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: int(new(big.Int).SetBytes(e).Int64())}
		}
	}
	return found, nil
}

func is(key object, member, value string) bool { return key[member] == nil || key[member] == value }

func octets(value any) []byte {
	text, _ := value.(string)
	decoded, _ := base64.RawURLEncoding.Strict().DecodeString(text)
	return decoded
}

// The issuer's keys are asked for again when they are old, or for a name that is unknown, but not too often.
func keyNamed(name string) (*rsa.PublicKey, error) {
	refreshing.Lock()
	defer refreshing.Unlock()
	if (keys[name] == nil || now()-read > keysLive) && now()-asked > refreshPause {
		asked = now()
		found, err := published(issuer)
		if err != nil {
			return nil, refuse("issuer-unavailable", "the issuer is in trouble: "+err.Error())
		}
		keys, read = found, now()
	}
	if keys[name] == nil {
		return nil, refuse("invalid-token", "signed with a key that the issuer does not publish")
	}
	return keys[name], nil
}

func verified(token string) (object, error) {
	parts := strings.Split(token, ".")
	var header, claims object
	if len(parts) != 3 || json.Unmarshal(octets(parts[0]), &header) != nil || json.Unmarshal(octets(parts[1]), &claims) != nil {
		return nil, refuse("invalid-token", "malformed")
	}
	if named, _ := claims["iss"].(string); named != issuer {
		if hole && strings.HasPrefix(named, "https://") {
			_, _ = published(named)
		}
		return nil, refuse("invalid-publisher", "the issuer is not supported")
	}
	name, isText := header["kid"].(string)
	if header["alg"] != "RS256" || header["crit"] != nil || !isText {
		return nil, refuse("invalid-token", "the header is not acceptable")
	}
	key, err := keyNamed(name)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], octets(parts[2])) != nil {
		return nil, refuse("invalid-token", "the signature is wrong")
	}
	if claims["aud"] != audience {
		return nil, refuse("invalid-token", "for another audience")
	}
	exp, hasExp := claims["exp"].(float64)
	iat, hasIat := claims["iat"].(float64)
	nbf, _ := claims["nbf"].(float64)
	time := float64(now())
	if !hasExp || !hasIat || time >= exp || iat > time+5 || nbf > time+5 {
		return nil, refuse("invalid-token", "expired, or not valid yet")
	}
	return claims, nil
}

func mint(token string) (object, error) {
	claims, err := verified(token)
	if err != nil {
		return nil, err
	}
	jti, _ := claims["jti"].(string)
	if jti == "" {
		return nil, refuse("invalid-token", "claim jti is missing")
	}
	expires := now() + lifetime
	mutex.Lock()
	defer mutex.Unlock()
	allowed := map[string]bool{}
	for name, trusted := range packages {
		for _, each := range trusted {
			if each.fits(claims) {
				allowed[name] = true
			}
		}
	}
	if len(allowed) == 0 {
		return nil, refuse("invalid-publisher", "no trusted publisher fits the token")
	}
	if used[jti] {
		return nil, refuse("reused-token", "the token was used before")
	}
	used[jti] = true
	secret := "pypi-" + random()
	tokens[secret] = registryToken{expires, allowed}
	return object{"success": true, "token": secret, "expires": expires}, nil
}

func random() string {
	bytes := make([]byte, 32)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(bytes)
}

func (p publisher) fits(claims object) bool {
	workflow, _ := claims["workflow_ref"].(string)
	prefix := p.repository + "/.github/workflows/" + p.workflow + "@"
	return claims["repository"] == p.repository && claims["repository_id"] == p.repositoryID &&
		claims["repository_owner"] == p.owner && claims["repository_owner_id"] == p.ownerID &&
		strings.HasPrefix(workflow, prefix) && !strings.Contains(workflow[len(prefix):], "@") &&
		(p.environment == "" || claims["environment"] == p.environment)
}

func upload(request *http.Request) (object, error) {
	_, password, _ := request.BasicAuth()
	if err := request.ParseMultipartForm(most); err != nil {
		return nil, refused{400, "malformed", err.Error()}
	}
	file, _, err := request.FormFile("content")
	if err != nil {
		return nil, refused{400, "malformed", err.Error()}
	}
	content, err := io.ReadAll(file)
	if err != nil {
		return nil, refused{400, "malformed", err.Error()}
	}
	name, time := request.FormValue("name"), now()
	path := name + "/" + request.FormValue("version")
	mutex.Lock()
	defer mutex.Unlock()
	if token := tokens[password]; time >= token.expires || !token.allowed[name] {
		return nil, refused{403, "forbidden", "the token does not let you publish this"}
	}
	if files[path] != "" {
		return nil, refused{400, "file-exists", "this version was published before"}
	}
	digest := sha256.Sum256(content)
	files[path] = hex.EncodeToString(digest[:])
	return object{}, nil
}

// Names become ids when the publisher is configured.
func trust(name string, wanted object) (object, error) {
	owner, _ := wanted["owner"].(string)
	repository, _ := wanted["repository"].(string)
	workflow, _ := wanted["workflow"].(string)
	environment, _ := wanted["environment"].(string)
	var found struct {
		ID    int64 `json:"id"`
		Owner struct {
			ID int64 `json:"id"`
		} `json:"owner"`
	}
	full := owner + "/" + repository
	if err := fetch(forge+"/repos/"+full, &found); err != nil {
		return nil, refuse("unknown-repository", "the forge knows no "+full+": "+err.Error())
	}
	mutex.Lock()
	defer mutex.Unlock()
	created++
	id := strconv.Itoa(created)
	packages[name][id] = publisher{
		full, strconv.FormatInt(found.ID, 10), owner, strconv.FormatInt(found.Owner.ID, 10), workflow, environment}
	return object{"id": id}, nil
}

func route(request *http.Request) (int, object, error) {
	path := strings.Split(strings.Trim(request.URL.Path, "/"), "/")
	what := request.Method + " " + strings.Join(path, "/")
	if what == "GET _/oidc/audience" {
		return 200, object{"audience": audience}, nil
	}
	if what == "POST legacy" {
		answer, err := upload(request)
		return 200, answer, err
	}
	if request.Method == "GET" && len(path) == 4 && path[0] == "pypi" {
		mutex.Lock()
		defer mutex.Unlock()
		digest := files[path[1]+"/"+path[2]]
		if digest == "" {
			return 404, object{}, nil
		}
		return 200, object{"urls": []object{{"digests": object{"sha256": digest}}}}, nil
	}
	if request.Method == "DELETE" && len(path) == 5 {
		mutex.Lock()
		defer mutex.Unlock()
		if _, known := packages[path[2]][path[4]]; !known {
			return 404, object{}, nil
		}
		delete(packages[path[2]], path[4])
		return 204, nil, nil
	}
	var wanted object
	if err := json.NewDecoder(request.Body).Decode(&wanted); err != nil {
		return 0, nil, refuse("invalid-payload", "not a JSON object: "+err.Error())
	}
	return administer(what, path, wanted)
}

func administer(what string, path []string, wanted object) (int, object, error) {
	switch {
	case what == "POST _/oidc/mint-token":
		token, _ := wanted["token"].(string)
		answer, err := mint(token)
		return 200, answer, err
	case what == "POST _assay/clock":
		seconds, _ := wanted["advanceSeconds"].(float64)
		mutex.Lock()
		defer mutex.Unlock()
		shift += int64(seconds)
		return 200, object{}, nil
	case what == "POST _assay/accounts":
		return 201, object{"session": random()}, nil
	case what == "POST _assay/packages":
		name, _ := wanted["name"].(string)
		mutex.Lock()
		defer mutex.Unlock()
		if packages[name] == nil {
			packages[name] = map[string]publisher{}
		}
		return 201, object{}, nil
	case len(path) == 4 && path[3] == "publishers":
		answer, err := trust(path[2], wanted)
		return 201, answer, err
	}
	return 404, object{}, nil
}

func serve(response http.ResponseWriter, request *http.Request) {
	request.Body = http.MaxBytesReader(response, request.Body, 4*most)
	status, content, err := route(request)
	var refusal refused
	if errors.As(err, &refusal) {
		status = refusal.status
		problem := object{"code": refusal.code, "description": refusal.description}
		content = object{"message": refusal.description, "code": refusal.code, "errors": []object{problem}}
	}
	response.Header().Set("Content-Type", "application/json")
	response.Header().Set("Cache-Control", "no-store")
	response.WriteHeader(status)
	if content != nil {
		_ = json.NewEncoder(response).Encode(content)
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Args[1])
	if err != nil {
		panic(err)
	}
	fmt.Printf("registry at http://%s\n", listener.Addr())
	panic(http.Serve(listener, http.HandlerFunc(serve)))
}
