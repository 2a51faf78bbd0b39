"""shelf: a small Python package registry with trusted publishing, kept in PostgreSQL.

It exists to show how Assay is pointed at a registry that is not its own. Needs psycopg and pyjwt[crypto]; finds its
database through libpq's environment variables (PGHOST, PGDATABASE, ...).

    SHELF_ADMIN=secret python3 registry.py 8080
"""

import base64
import datetime
import hashlib
import html
import json
import os
import re
import secrets
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
import psycopg

AUDIENCE = "shelf"
TOKEN_SECONDS = 900
LONGEST_ID_TOKEN_SECONDS = 3600
LARGEST_BODY = 10_000_000
KEYS_SECONDS = 300
REPOSITORY = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")
WORKFLOW = re.compile(r"[A-Za-z0-9._-]+\.ya?ml")


class Refused(Exception):
    """An orderly no: an HTTP status, a code for programs, a text for people."""

    def __init__(self, status, code, text):
        super().__init__(text)
        self.status, self.code, self.text = status, code, text


def normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower()


# ---- ID tokens ------------------------------------------------------------------------------------------------------


class IssuerKeys:
    """The keys that issuers publish. A key id that is not known has them looked up again, at most every few seconds."""

    PAUSE_SECONDS = 5

    def __init__(self):
        self.known, self.lock = {}, threading.Lock()

    def find(self, issuer, key_id):
        with self.lock:
            at, keys = self.known.get(issuer, (0, {}))
        age = time.monotonic() - at if at else KEYS_SECONDS
        if age >= KEYS_SECONDS or (key_id not in keys and age >= self.PAUSE_SECONDS):
            keys = self.fetch(issuer)
            with self.lock:
                self.known[issuer] = (time.monotonic(), keys)
        if key_id not in keys:
            raise Refused(422, "unknown-key", "the issuer publishes no key of that id")
        return keys[key_id]

    @staticmethod
    def fetch(issuer):
        try:
            discovery = get_json(issuer + "/.well-known/openid-configuration")
            if discovery["issuer"] != issuer:
                raise Refused(422, "issuer-mismatch", "the issuer's discovery document names another issuer")
            jwks = get_json(discovery["jwks_uri"])
            return {
                key["kid"]: jwt.PyJWK(key).key
                for key in jwks["keys"]
                if key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and "kid" in key
            }
        except (OSError, ValueError, KeyError, TypeError, jwt.PyJWTError):
            raise Refused(503, "issuer-unavailable", "the issuer's keys cannot be had at the moment") from None


def get_json(url):
    with urllib.request.urlopen(url, timeout=5) as answer:
        return json.loads(answer.read(1_000_000))


KEYS = IssuerKeys()


def verified(database, token):
    """The claims of an ID token, once everything about it has been checked that no policy decides."""
    if not isinstance(token, str) or len(token) > 16_384 or not re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", token, re.A):
        raise Refused(422, "not-a-token", "that is not a signed JWT")
    try:
        header = jwt.get_unverified_header(token)
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Refused(422, "not-a-token", "that is not a signed JWT") from None
    if header.get("alg") != "RS256" or "crit" in header or header.get("typ", "JWT") != "JWT":
        raise Refused(422, "header", "the token's header is not one that is accepted here")
    known = database.execute("SELECT 1 FROM publishers WHERE issuer = %s LIMIT 1", [str(issuer)]).fetchone()
    if not isinstance(issuer, str) or not known:
        raise Refused(422, "unknown-issuer", "no publisher trusts that issuer")
    key = KEYS.find(issuer, header.get("kid"))
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=["RS256"],
            audience=AUDIENCE,
            issuer=issuer,
            options={"require": ["exp", "iat", "jti", "sub"], "strict_aud": True},
        )
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError) as error:
        raise Refused(422, "invalid-token", f"the token is not valid: {type(error).__name__}") from None
    if not claims["jti"] or claims["exp"] - claims["iat"] > LONGEST_ID_TOKEN_SECONDS:
        raise Refused(422, "invalid-token", "the token has no id, or lives too long")
    return claims


def matching(database, claims):
    """The publishers that the claims fit."""
    text = {name: value for name, value in claims.items() if isinstance(value, str)}
    rows = database.execute(
        "SELECT id, owner_id, workflow, environment FROM publishers WHERE issuer = %s AND repository = %s",
        [claims["iss"], text.get("repository", "")],
    ).fetchall()
    return [
        publisher
        for publisher, owner_id, workflow, environment in rows
        if text.get("repository_owner_id") == owner_id
        and text.get("workflow_ref", "").startswith(f"{text['repository']}/.github/workflows/{workflow}@")
        and environment in (None, text.get("environment"))
    ]


def exchange(database, token):
    claims = verified(database, token)
    publishers = matching(database, claims)
    if not publishers:
        raise Refused(422, "no-publisher", "the token is valid, but fits no trusted publisher")
    expires = datetime.datetime.fromtimestamp(claims["exp"], datetime.timezone.utc)
    used = database.execute(
        "INSERT INTO used_ids VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", [claims["iss"], claims["jti"], expires]
    )
    if used.rowcount == 0:
        raise Refused(422, "replayed", "the token was used before")
    registry_token = "shelf-" + secrets.token_urlsafe(32)
    end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=TOKEN_SECONDS)
    digest = sha256(registry_token.encode())
    database.execute("INSERT INTO tokens VALUES (%s, %s)", [digest, end])
    identity = f"{claims['repository']} by {claims['workflow_ref']}"
    for publisher in publishers:
        database.execute("INSERT INTO token_rights VALUES (%s, %s, %s)", [digest, publisher, identity])
    return {"success": True, "token": registry_token, "expires": int(end.timestamp())}


# ---- publishing -----------------------------------------------------------------------------------------------------


def upload(database, token, form):
    name, version = normalized(form.get("name", b"").decode()), form.get("version", b"").decode()
    file_name, content = form.get("content.filename", b"").decode(), form.get("content", b"")
    rights = database.execute(
        "SELECT identity FROM tokens JOIN token_rights ON token = sha256 JOIN publishers ON id = publisher"
        " WHERE sha256 = %s AND expires > now() AND package = %s",
        [sha256(token.encode()), name],
    ).fetchone()
    if not rights:
        raise Refused(403, "forbidden", "the token is not good for this package")
    if not re.fullmatch(r"[0-9][0-9A-Za-z.!+-]*", version) or not file_name.startswith(name.replace("-", "_") + "-"):
        raise Refused(400, "invalid", "name, version and file do not fit each other")
    if form.get("sha256_digest", b"").decode() != sha256(content):
        raise Refused(400, "digest", "the digest is not that of the content")
    stored = database.execute(
        "INSERT INTO files VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [name, version, file_name, sha256(content), content, rights[0]],
    )
    if stored.rowcount == 0:
        raise Refused(400, "exists", "this file was published before, and cannot be replaced")


def version_as_json(database, name, version):
    rows = database.execute(
        "SELECT name, sha256, published_by FROM files WHERE package = %s AND version = %s", [normalized(name), version]
    ).fetchall()
    if not rows:
        raise Refused(404, "not-found", "there is no such version")
    return {"urls": [{"filename": file, "digests": {"sha256": digest}, "by": by} for file, digest, by in rows]}


def sha256(content):
    return hashlib.sha256(content).hexdigest()


# ---- administration -------------------------------------------------------------------------------------------------


def open_account(database, credential, name):
    """An account, or the session of the one that is there. For the administrator."""
    if not secrets.compare_digest(credential, os.environ.get("SHELF_ADMIN") or secrets.token_hex()):
        raise Refused(401, "unauthorized", "for the administrator only")
    database.execute(
        "INSERT INTO users VALUES (%s, %s) ON CONFLICT DO NOTHING", [name, "session-" + secrets.token_urlsafe(32)]
    )
    return {"name": name, "token": database.execute("SELECT session FROM users WHERE name = %s", [name]).fetchone()[0]}


def account(database, credential):
    row = database.execute("SELECT name FROM users WHERE session = %s", [credential]).fetchone()
    if not row:
        raise Refused(401, "unauthorized", "that is not a session")
    return row[0]


def require_owner(database, credential, package):
    row = database.execute("SELECT owner FROM packages WHERE name = %s", [normalized(package)]).fetchone()
    if not row:
        raise Refused(404, "not-found", "there is no such package")
    if row[0] != account(database, credential):
        raise Refused(403, "forbidden", "for the package's owner only")


def register(database, credential, package):
    owner = account(database, credential)
    made = database.execute(
        "INSERT INTO packages VALUES (%s, %s) ON CONFLICT DO NOTHING", [normalized(package), owner]
    )
    if made.rowcount == 0:
        raise Refused(409, "exists", "the name is taken")


def trust(database, package, entry):
    """Enters a trusted publisher; the policy's form is checked, whoever enters it."""
    environment = entry.get("environment") or None
    if not REPOSITORY.fullmatch(entry.get("repository", "")) or not WORKFLOW.fullmatch(entry.get("workflow", "")):
        raise Refused(422, "invalid", "give owner/repository, and the name of a workflow file without its folder")
    row = database.execute(
        "INSERT INTO publishers (package, issuer, repository, owner_id, workflow, environment)"
        " VALUES (%s, %s, %s, %s, %s, %s) RETURNING id",
        [normalized(package), entry["issuer"], entry["repository"], entry["owner_id"], entry["workflow"], environment],
    ).fetchone()
    return row[0]


FORM = """<!doctype html><title>Trusted publishers</title><h1>Add a trusted publisher</h1>
<form method="post"><p><label>Package <input name="package"></label>
<p><label>Issuer <input name="issuer"></label> <p><label>Repository <input name="repository"></label>
<p><label>Owner's id <input name="owner_id"></label> <p><label>Workflow <input name="workflow"></label>
<p><label>Environment, if any <input name="environment"></label> <p><button>Add</button></form>
"""


def submit_form(database, form):
    """What the web page does: the package is the administrator's, and is registered if it is new."""
    database.execute("INSERT INTO users VALUES ('administrator', 'none') ON CONFLICT DO NOTHING")
    database.execute(
        "INSERT INTO packages VALUES (%s, 'administrator') ON CONFLICT DO NOTHING", [normalized(form["package"])]
    )
    return trust(database, form["package"], form)


# ---- HTTP -----------------------------------------------------------------------------------------------------------


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.database = psycopg.connect(autocommit=True)

    def finish(self):
        self.database.close()
        super().finish()

    def handle_request(self):
        self.status = 200
        try:
            body = self.body()
            with self.database.transaction():
                answer = self.route(body)
            self.reply(self.status, answer)
        except Refused as refused:
            errors = [{"code": refused.code, "description": refused.text}]
            self.reply(refused.status, {"message": refused.text, "errors": errors})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, psycopg.DataError):
            self.reply(400, {"message": "unreadable", "errors": [{"code": "unreadable", "description": "unreadable"}]})

    do_GET = do_POST = do_PUT = do_DELETE = handle_request

    def body(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise Refused(413, "too-large", "the body is too large, or its length is not given")
        return self.rfile.read(length)

    def route(self, body):
        path = self.path.partition("?")[0]
        steps = [urllib.parse.unquote(step) for step in path.split("/")[1:]]
        match [self.command, *steps]:
            case ["GET", "_", "oidc", "audience"]:
                return {"audience": AUDIENCE}
            case ["POST", "_", "oidc", "mint-token"]:
                return exchange(self.database, self.json(body)["token"])
            case ["POST", "legacy", ""]:
                return upload(self.database, self.basic_token(), multipart(self.headers, body))
            case ["GET", "pypi", name, version, "json"]:
                return version_as_json(self.database, name, version)
            case ["GET", "admin", "publishers"]:
                return FORM
            case ["POST", "admin", "publishers"]:
                form = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
                return f"<p>Publisher {html.escape(str(submit_form(self.database, form)))} added."
            case ["PUT", "-", "user", name]:
                return open_account(self.database, self.bearer(), name)
            case ["DELETE", "-", "user", name]:
                if account(self.database, self.bearer()) != name:
                    raise Refused(403, "forbidden", "not your account")
                self.database.execute("DELETE FROM users WHERE name = %s", [name])
            case ["PUT", "-", "package", name]:
                self.status = 201
                return register(self.database, self.bearer(), name)
            case [command, "-", "package", name, *rest]:
                require_owner(self.database, self.bearer(), name)
                return self.of_package(command, normalized(name), rest, body)
            case _:
                raise Refused(404, "not-found", "nothing here")

    def of_package(self, command, package, rest, body):
        match [command, *rest]:
            case ["DELETE"]:
                self.database.execute("DELETE FROM packages WHERE name = %s", [package])
            case ["POST", "trust"]:
                entry = self.json(body)[0]
                claims = entry["claims"]
                identity = {**claims, "workflow": claims["workflow_ref"]["file"], "owner_id": claims["repository_owner_id"]}
                return [{"id": trust(self.database, package, {**identity, "issuer": entry["issuer"]})}]
            case ["DELETE", "trust", publisher]:
                gone = self.database.execute(
                    "DELETE FROM publishers WHERE id = %s AND package = %s", [int(publisher), package]
                )
                if gone.rowcount == 0:
                    raise Refused(404, "not-found", "there is no such publisher")
            case _:
                raise Refused(404, "not-found", "nothing here")

    @staticmethod
    def json(body):
        return json.loads(body)

    def bearer(self):
        scheme, _, credential = (self.headers.get("Authorization") or "").partition(" ")
        return credential if scheme.lower() == "bearer" else ""

    def basic_token(self):
        scheme, _, encoded = (self.headers.get("Authorization") or "").partition(" ")
        user, _, password = base64.b64decode(encoded).decode().partition(":")
        return password if scheme.lower() == "basic" and user == "__token__" else ""

    def reply(self, status, answer):
        is_page = isinstance(answer, str)
        content = answer.encode() if is_page else json.dumps({} if answer is None else answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8" if is_page else "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


def multipart(headers, body):
    """The parts of a form by name; a file's name as NAME.filename."""
    boundary = re.search(r'boundary="?([^";]+)', headers.get("Content-Type") or "")
    if not boundary:
        raise Refused(400, "unreadable", "give a multipart form")
    form = {}
    for part in body.split(b"--" + boundary[1].encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        fields = dict(re.findall(rb'(name|filename)="([^"]*)"', head))
        name = fields[b"name"].decode()
        form[name] = content[:-2]
        if b"filename" in fields:
            form[name + ".filename"] = fields[b"filename"]
    return form


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    server = Server(("127.0.0.1", int(sys.argv[1])), Handler)
    print(f"shelf listens on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
