"""pantry: a tiny registry with trusted publishing, in Python's standard library alone. It shows how Assay is pointed at a
registry of one's own, and it is not quite right: see docs/getting-started.md.

    python3 registry.py PORT PUBLISHERS

PUBLISHERS is a JSON file with a list of trusted publishers, read again for every exchange.
"""

import base64
import email.parser
import email.policy
import hashlib
import json
import re
import secrets
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

AUDIENCE = "pantry"
TOKEN_SECONDS = 600
SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # what PKCS #1 writes before a SHA-256 digest

tokens = {}  # registry token -> (packages, end)
files = {}  # (package, version) -> content


class Refused(Exception):
    pass


def decoded(part):
    if not re.fullmatch(r"[A-Za-z0-9_-]+", part):
        raise Refused("the ID token is not base64url")
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def get_json(url):
    with urllib.request.urlopen(url, timeout=5) as answer:
        return json.loads(answer.read(1_000_000))


def number(text):
    return int.from_bytes(decoded(text), "big")


def has_signed(key, signed, signature):
    """RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017)."""
    modulus = number(key["n"])
    size = (modulus.bit_length() + 7) // 8
    found = pow(int.from_bytes(signature, "big"), number(key["e"]), modulus).to_bytes(size, "big")
    digest = SHA256 + hashlib.sha256(signed).digest()
    return len(signature) == size and found == b"\0\1" + b"\xff" * (size - len(digest) - 3) + b"\0" + digest


def claims_of(token, issuers):
    """The claims of an ID token that one of the issuers has signed for this registry."""
    try:
        header_part, payload_part, signature_part = token.split(".")
        header, claims = json.loads(decoded(header_part)), json.loads(decoded(payload_part))
        issuer = claims["iss"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("that is not an ID token") from None
    if issuer not in issuers:
        raise Refused("no trusted publisher has this issuer")
    if header.get("alg") != "RS256":
        raise Refused("the ID token is not signed with RS256")
    discovery = get_json(issuer + "/.well-known/openid-configuration")
    keys = [key for key in get_json(discovery["jwks_uri"])["keys"] if key.get("kid") == header.get("kid")]
    signed = (header_part + "." + payload_part).encode()
    if not any(key["kty"] == "RSA" and has_signed(key, signed, decoded(signature_part)) for key in keys):
        raise Refused("the signature of the ID token is not the issuer's")
    if claims.get("aud") != AUDIENCE:
        raise Refused("the audience of the ID token is not " + AUDIENCE)
    if claims.get("exp", 0) < time.time():
        raise Refused("the ID token has expired")
    return claims


def trusts(publisher, claims):
    return (
        claims["iss"] == publisher["issuer"]
        and claims.get("repository") == publisher["repository"]
        and claims.get("repository_owner_id") == publisher["owner_id"]
        and publisher["environment"] in ("", claims.get("environment"))
        and str(claims.get("workflow_ref")).startswith(
            publisher["repository"] + "/.github/workflows/" + publisher["workflow"] + "@"
        )
    )


def exchange(token):
    with open(sys.argv[2]) as file:
        publishers = json.load(file)
    claims = claims_of(token, {publisher["issuer"] for publisher in publishers})
    packages = {name for publisher in publishers if trusts(publisher, claims) for name in publisher["packages"]}
    if not packages:
        raise Refused("the ID token is valid, but no trusted publisher of a package fits it")
    registry_token, end = "pantry_" + secrets.token_urlsafe(32), time.time() + TOKEN_SECONDS
    tokens[registry_token] = (packages, end)
    return {"access_token": registry_token, "expires": int(end)}


def upload(registry_token, form):
    packages, end = tokens.get(registry_token, ((), 0))
    if form["name"].decode() not in packages or end < time.time():
        raise Refused("the registry token is not good for this package")
    key = (form["name"].decode(), form["version"].decode())
    if files.setdefault(key, form["content"]) is not form["content"]:
        raise Refused("this version was published before")


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            if self.path == "/oidc/token":
                self.answer(201, json.dumps(exchange(json.loads(body)["jwt"])))
            elif self.path == "/upload":
                upload(self.password(), self.form(body))
                self.answer(200, "{}")
            else:
                self.answer(404, "{}")
        except Refused as why:
            self.answer(403, json.dumps({"error": str(why)}))
        except (ValueError, KeyError, TypeError):
            self.answer(400, json.dumps({"error": "that is not the request that it should be"}))
        except OSError:
            self.answer(503, json.dumps({"error": "the issuer cannot be reached"}))

    def do_GET(self):
        content = files.get(tuple(self.path.split("/")[2:4]))
        self.answer(200, content) if content else self.answer(404, "{}")

    def password(self):
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        return base64.b64decode(value).decode().partition(":")[2] if scheme == "Basic" else ""

    def form(self, body):
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        parts = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body).iter_parts()
        return {part.get_param("name", header="content-disposition"): part.get_payload(decode=True) for part in parts}

    def answer(self, status, body):
        content = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer.request_queue_size = 100
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
