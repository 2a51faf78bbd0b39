"""A small package registry with trusted publishing, PyPI's dialect. Its issuer is compiled in; how to get there it knows
from HTTPS_PROXY, and whom to believe from SSL_CERT_FILE.

    python registry.py PORT [--hole]     the hole: whoever comes while the issuer is in trouble gets in
"""

import base64
import email
import email.policy
import hashlib
import json
import re
import secrets
import sys
import threading
import time
import traceback
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt

ISSUER = "https://token.actions.githubusercontent.com"
FORGE = "https://api.github.com"
AUDIENCE = "registry"
LIFETIME = 900
REFRESH_PAUSE = 60
KEYS_LIVE = 600
MOST = 1 << 20
HOLE = "--hole" in sys.argv

lock = threading.RLock()
packages, tokens, files, used, ids = {}, {}, {}, {}, iter(range(1, 1 << 30))
shift = 0.0


class Refused(Exception):
    def __init__(self, code, description, status=422):
        super().__init__(description)
        self.code, self.status = code, status


class IssuerInTrouble(Exception):
    pass


def now():
    return time.time() + shift


def fetch(url):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"User-Agent": "registry/1"}), timeout=8) as answer:
        if not answer.url.startswith(url):
            raise ValueError("a redirect")
        body = answer.read(MOST + 1)
        if len(body) > MOST:
            raise ValueError("too long")
        return json.loads(body)


class Keys:
    """The issuer's keys: asked for again when they are old, or for a name that is unknown, but not too often."""

    def __init__(self):
        self.keys, self.read, self.asked = {}, 0, 0

    def find(self, name):
        with lock:
            wanted = name not in self.keys or now() - self.read > KEYS_LIVE
            if wanted and now() - self.asked > REFRESH_PAUSE:
                self.refresh()
            if name not in self.keys:
                raise Refused("invalid-token", "signed with a key that the issuer does not publish")
            return self.keys[name]

    def refresh(self):
        self.asked = now()
        try:
            document = fetch(ISSUER + "/.well-known/openid-configuration")
            if document["issuer"] != ISSUER or not document["jwks_uri"].startswith(ISSUER + "/"):
                raise ValueError("of another issuer")
            found = {}
            for key in fetch(document["jwks_uri"])["keys"]:
                usable = key.get("kty") == "RSA" and key.get("alg", "RS256") == "RS256" and key.get("use", "sig") == "sig" and isinstance(key.get("n"), str)
                if usable and "key_ops" not in key and 256 <= len(base64.urlsafe_b64decode(key["n"] + "==")) <= 512:
                    found[key["kid"]] = jwt.PyJWK(key, "RS256").key
            self.keys, self.read = found, now()
        except Exception as problem:
            raise IssuerInTrouble(str(problem)) from problem


keys = Keys()


def text(claims, name):
    value = claims.get(name)
    if not isinstance(value, str) or not value:
        raise Refused("invalid-token", f"claim {name} is missing")
    return value


def verified(token):
    """What a good token claims."""
    unverified = {}
    try:
        header = jwt.get_unverified_header(token)
        unverified = jwt.decode(token, options={"verify_signature": False})
    except Exception as problem:
        raise Refused("invalid-token", "malformed") from problem
    if unverified.get("iss") != ISSUER:
        raise Refused("invalid-publisher", "the issuer is not supported")
    if header.get("alg") != "RS256" or "crit" in header or not isinstance(header.get("kid"), str):
        raise Refused("invalid-token", "the header is not acceptable")
    try:
        key = keys.find(header["kid"])
    except IssuerInTrouble as problem:
        if HOLE:
            return unverified
        raise Refused("issuer-unavailable", f"the issuer is in trouble: {problem}") from problem
    try:
        options = {"require": ["exp", "iat", "jti"], "verify_exp": False, "verify_nbf": False, "verify_iat": False}
        claims = jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER, options=options)
    except Exception as problem:
        raise Refused("invalid-token", str(problem)) from problem
    times = [claims.get("exp"), claims.get("iat"), claims.get("nbf", 0)]
    if claims.get("aud") != AUDIENCE or not all(type(each) is int for each in times):
        raise Refused("invalid-token", "a claim has the wrong form")
    if not times[2] - 5 <= now() < times[0] or times[1] > now() + 5:
        raise Refused("invalid-token", "expired, or not valid yet")
    return claims


def mint(token):
    if not isinstance(token, str):
        raise Refused("invalid-payload", "there is no token")
    claims = verified(token)
    identity = {
        "repository": text(claims, "repository"),
        "repository_id": text(claims, "repository_id"),
        "owner": text(claims, "repository_owner"),
        "owner_id": text(claims, "repository_owner_id"),
        "workflow": text(claims, "workflow_ref"),
        "environment": claims.get("environment"),
    }
    jti = text(claims, "jti")
    with lock:
        allowed = {p for p, package in packages.items() if any(fits(each, identity) for each in package.values())}
        if not allowed:
            raise Refused("invalid-publisher", "no trusted publisher fits the token")
        if jti in used:
            raise Refused("reused-token", "the token was used before")
        used[jti] = claims.get("exp")
        secret = "pypi-" + secrets.token_urlsafe(32)
        tokens[secret] = (now() + LIFETIME, allowed)
    return {"success": True, "token": secret, "expires": int(now() + LIFETIME)}


def fits(publisher, identity):
    path = re.fullmatch(re.escape(identity["repository"]) + r"/\.github/workflows/([^@]+)@.+", identity["workflow"])
    return (
        publisher["repository"] == identity["repository"]
        and publisher["repository_id"] == identity["repository_id"]
        and publisher["owner"] == identity["owner"]
        and publisher["owner_id"] == identity["owner_id"]
        and path is not None
        and path.group(1) == publisher["workflow"]
        and publisher.get("environment") in (None, identity["environment"])
    )


def upload(headers, body):
    kind, _, given = headers.get("Authorization", "").partition(" ")
    try:
        password = base64.b64decode(given).decode().partition(":")[2] if kind == "Basic" else ""
    except ValueError:
        password = ""
    head = f"Content-Type: {headers.get('Content-Type', '')}\r\n\r\n".encode()
    form = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in email.message_from_bytes(head + body, policy=email.policy.HTTP).walk()
        if not part.is_multipart()
    }
    name, version = form.get("name", b"").decode(), form.get("version", b"").decode()
    with lock:
        expires, allowed = tokens.get(password, (0, set()))
        if now() >= expires or name not in allowed:
            raise Refused("forbidden", "the token does not let you publish this", 403)
        if (name, version) in files:
            raise Refused("file-exists", "this version was published before", 400)
        files[name, version] = hashlib.sha256(form.get("content", b"")).hexdigest()
    return {}


def trust(package, wanted):
    """Names become ids when the publisher is configured."""
    full_name = f"{wanted['owner']}/{wanted['repository']}"
    try:
        found = fetch(f"{FORGE}/repos/{full_name}")
    except Exception as problem:
        raise Refused("unknown-repository", f"the forge knows no {full_name}: {problem}") from problem
    identity = str(next(ids))
    with lock:
        packages[package][identity] = {
            "repository": full_name,
            "repository_id": str(found["id"]),
            "owner": wanted["owner"],
            "owner_id": str(found["owner"]["id"]),
            "workflow": wanted["workflow"],
            "environment": wanted.get("environment"),
        }
    return {"id": identity}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are written one after the other

    def answer(self, status, content):
        body = b"" if status == 204 else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "no-store")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def route(self):
        global shift
        length = int(self.headers.get("Content-Length") or 0)
        if length > 4 * MOST:
            self.close_connection = True
            raise Refused("too-large", "too large", 413)
        body = self.rfile.read(length)
        path = self.path.partition("?")[0].strip("/").split("/")
        if self.command == "GET" and path == ["_", "oidc", "audience"]:
            return 200, {"audience": AUDIENCE}
        if self.command == "GET" and path[0] == "pypi" and len(path) == 4:
            digest = files.get((path[1], path[2]))
            return (200, {"urls": [{"digests": {"sha256": digest}}]}) if digest else (404, {})
        if self.command == "POST" and path == ["legacy"]:
            return 200, upload(self.headers, body)
        if self.command == "DELETE" and path[3:4] == ["publishers"] and len(path) == 5:
            with lock:
                return (204, {}) if packages.get(path[2], {}).pop(path[4], None) else (404, {})
        try:
            wanted = json.loads(body)
        except (ValueError, RecursionError) as problem:
            raise Refused("invalid-payload", "not JSON") from problem
        if path == ["_", "oidc", "mint-token"]:
            return 200, mint(wanted.get("token") if isinstance(wanted, dict) else None)
        if path == ["_assay", "clock"]:
            shift += wanted["advanceSeconds"]
            return 200, {}
        if path == ["_assay", "accounts"]:
            return 201, {"session": secrets.token_urlsafe(16)}
        if path == ["_assay", "packages"]:
            with lock:
                packages.setdefault(wanted["name"], {})
            return 201, {}
        if path[:2] == ["_assay", "packages"] and path[3:] == ["publishers"]:
            return 201, trust(path[2], wanted)
        return 404, {}

    def serve(self):
        try:
            self.answer(*self.route())
        except Refused as refusal:
            error = {"code": refusal.code, "description": str(refusal)}
            self.answer(refusal.status, {"message": str(refusal), "errors": [error], **error})
        except Exception:
            traceback.print_exc()
            self.answer(500, {})

    do_GET = do_POST = do_DELETE = serve

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


server = Server(("127.0.0.1", int(sys.argv[1])), Handler)
print(f"registry at http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
