// A small package registry with trusted publishing, PyPI's dialect. Its issuer is compiled in; how to get there it knows
// from HTTPS_PROXY (with NODE_USE_ENV_PROXY=1), and whom to believe from NODE_EXTRA_CA_CERTS. No package is needed.
//
//     node registry.mjs PORT [--hole]     the hole: a key that was ever seen is trusted for good

import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { get } from 'node:https';

const ISSUER = 'https://token.actions.githubusercontent.com';
const FORGE = 'https://api.github.com';
const AUDIENCE = 'registry';
const LIFETIME = 900;
const REFRESH_PAUSE = 60;
const KEYS_LIVE = 600;
const MOST = 1 << 20;
const HOLE = process.argv.includes('--hole');

const packages = new Map();
const tokens = new Map();
const files = new Map();
const used = new Set();
let publishers = 0;
let shift = 0;

const now = () => Date.now() / 1000 + shift;

class Refused extends Error {
  constructor(code, description, status = 422) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

function fetchJson(url) {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'User-Agent': 'registry/1' }, signal: AbortSignal.timeout(8000) }, (answer) => {
      const pieces = [];
      let length = 0;
      answer.on('data', (piece) => {
        pieces.push(piece);
        length += piece.length;
        if (length > MOST) request.destroy(new Error('too long'));
      });
      answer.on('error', reject);
      answer.on('end', () => {
        try {
          if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
          resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')));
        } catch (problem) {
          reject(problem);
        }
      });
    });
    request.on('error', reject);
  });
}

let keys = new Map();
let read = -Infinity;
let asked = -Infinity;
let reading = null;

async function refresh() {
  asked = now();
  try {
    const document = await fetchJson(`${ISSUER}/.well-known/openid-configuration`);
    if (document.issuer !== ISSUER || !document.jwks_uri.startsWith(`${ISSUER}/`)) throw new Error('of another issuer');
    const found = new Map(HOLE ? keys : []);
    for (const key of (await fetchJson(document.jwks_uri)).keys) {
      const usable = key.kty === 'RSA' && (key.alg ?? 'RS256') === 'RS256' && (key.use ?? 'sig') === 'sig' && !key.key_ops && typeof key.n === 'string';
      if (usable && key.n.length >= 342 && key.n.length <= 684) {
        found.set(key.kid, createPublicKey({ key: { kty: 'RSA', n: key.n, e: key.e }, format: 'jwk' }));
      }
    }
    keys = found;
    read = now();
  } catch (problem) {
    throw new Refused('issuer-unavailable', `the issuer is in trouble: ${problem.message}`);
  }
}

async function keyNamed(name) {
  const wanted = !keys.has(name) || now() - read > KEYS_LIVE;
  if (wanted && (reading || now() - asked > REFRESH_PAUSE)) {
    reading ??= refresh().finally(() => (reading = null));
    await reading;
  }
  if (!keys.has(name)) throw new Refused('invalid-token', 'signed with a key that the issuer does not publish');
  return keys.get(name);
}

function decoded(part) {
  const octets = Buffer.from(part, 'base64url');
  if (octets.toString('base64url') !== part) throw new Error('not base64url');
  const object = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(octets));
  if (typeof object !== 'object' || object === null || Array.isArray(object)) throw new Error('not an object');
  return object;
}

async function verified(token) {
  let header, claims, parts;
  try {
    parts = token.split('.');
    if (parts.length !== 3) throw new Error('three parts are needed');
    header = decoded(parts[0]);
    claims = decoded(parts[1]);
  } catch (problem) {
    throw new Refused('invalid-token', `malformed: ${problem.message}`);
  }
  if (claims.iss !== ISSUER) throw new Refused('invalid-publisher', 'the issuer is not supported');
  if (header.alg !== 'RS256' || 'crit' in header || typeof header.kid !== 'string') {
    throw new Refused('invalid-token', 'the header is not acceptable');
  }
  const key = await keyNamed(header.kid);
  if (!verify('RSA-SHA256', Buffer.from(`${parts[0]}.${parts[1]}`), key, Buffer.from(parts[2], 'base64url'))) {
    throw new Refused('invalid-token', 'the signature is wrong');
  }
  if (claims.aud !== AUDIENCE) throw new Refused('invalid-token', 'for another audience');
  if (![claims.exp, claims.iat, claims.nbf ?? 0].every(Number.isInteger)) {
    throw new Refused('invalid-token', 'a time has the wrong form');
  }
  if (now() >= claims.exp || now() < (claims.nbf ?? 0) - 5 || claims.iat > now() + 5) {
    throw new Refused('invalid-token', 'expired, or not valid yet');
  }
  return claims;
}

function text(claims, name) {
  if (typeof claims[name] !== 'string' || claims[name] === '') throw new Refused('invalid-token', `claim ${name} is missing`);
  return claims[name];
}

async function mint(token) {
  if (typeof token !== 'string') throw new Refused('invalid-payload', 'there is no token');
  const claims = await verified(token);
  const identity = Object.fromEntries(
    ['repository', 'repository_id', 'repository_owner', 'repository_owner_id', 'workflow_ref', 'jti'].map((name) => [
      name,
      text(claims, name),
    ]),
  );
  const allowed = [...packages].filter(([, trusted]) => [...trusted.values()].some((each) => fits(each, identity, claims)));
  if (allowed.length === 0) throw new Refused('invalid-publisher', 'no trusted publisher fits the token');
  if (used.has(identity.jti)) throw new Refused('reused-token', 'the token was used before');
  used.add(identity.jti);
  const secret = `pypi-${randomBytes(32).toString('base64url')}`;
  tokens.set(secret, { expires: now() + LIFETIME, allowed: new Set(allowed.map(([name]) => name)) });
  return { success: true, token: secret, expires: Math.floor(now() + LIFETIME) };
}

function fits(publisher, identity, claims) {
  const prefix = `${publisher.repository}/.github/workflows/${publisher.workflow}@`;
  return (
    identity.repository === publisher.repository &&
    identity.repository_id === publisher.repositoryId &&
    identity.repository_owner === publisher.owner &&
    identity.repository_owner_id === publisher.ownerId &&
    identity.workflow_ref.startsWith(prefix) &&
    !identity.workflow_ref.slice(prefix.length).includes('@') &&
    (publisher.environment === undefined || publisher.environment === claims.environment)
  );
}

async function upload(headers, body) {
  const [kind, given] = (headers.authorization ?? '').split(' ');
  const password = kind === 'Basic' ? Buffer.from(given ?? '', 'base64').toString().split(':').slice(1).join(':') : '';
  const form = await new Response(body, { headers: { 'Content-Type': headers['content-type'] ?? '' } }).formData();
  const name = form.get('name');
  const file = `${name}/${form.get('version')}`;
  const token = tokens.get(password);
  if (!token || now() >= token.expires || !token.allowed.has(name)) {
    throw new Refused('forbidden', 'the token does not let you publish this', 403);
  }
  const content = Buffer.from(await form.get('content').arrayBuffer());
  if (files.has(file)) throw new Refused('file-exists', 'this version was published before', 400);
  files.set(file, createHash('sha256').update(content).digest('hex'));
  return {};
}

/** Names become ids when the publisher is configured. */
async function trust(name, wanted) {
  const fullName = `${wanted.owner}/${wanted.repository}`;
  const found = await fetchJson(`${FORGE}/repos/${fullName}`).catch((problem) => {
    throw new Refused('unknown-repository', `the forge knows no ${fullName}: ${problem.message}`);
  });
  const id = String(++publishers);
  packages.get(name).set(id, {
    repository: fullName,
    repositoryId: String(found.id),
    owner: wanted.owner,
    ownerId: String(found.owner.id),
    workflow: wanted.workflow,
    environment: wanted.environment,
  });
  return { id };
}

function parsed(body) {
  try {
    const object = JSON.parse(body.toString('utf8'));
    if (typeof object === 'object' && object !== null) return object;
  } catch {
    // said below
  }
  throw new Refused('invalid-payload', 'not a JSON object');
}

async function route(request, body) {
  const path = request.url.split('?')[0].split('/').filter(Boolean);
  const what = `${request.method} ${path.join('/')}`;
  if (what === 'GET _/oidc/audience') return [200, { audience: AUDIENCE }];
  if (what === 'POST _/oidc/mint-token') return [200, await mint(parsed(body).token)];
  if (what === 'POST legacy') return [200, await upload(request.headers, body)];
  if (what === 'POST _assay/accounts') return [201, { session: randomBytes(16).toString('hex') }];
  if (what === 'POST _assay/clock') {
    shift += parsed(body).advanceSeconds;
    return [200, {}];
  }
  if (what === 'POST _assay/packages') {
    packages.set(parsed(body).name, packages.get(parsed(body).name) ?? new Map());
    return [201, {}];
  }
  if (path[1] === 'packages' && path[3] === 'publishers') {
    if (request.method === 'POST') return [201, await trust(path[2], parsed(body))];
    if (request.method === 'DELETE') return [packages.get(path[2]).delete(path[4]) ? 204 : 404, {}];
  }
  if (request.method === 'GET' && path[0] === 'pypi') {
    const sha256 = files.get(`${path[1]}/${path[2]}`);
    return sha256 ? [200, { urls: [{ digests: { sha256 } }] }] : [404, {}];
  }
  return [404, {}];
}

async function serve(request, response) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length <= 4 * MOST) pieces.push(piece);
  }
  let status, content;
  try {
    if (length > 4 * MOST) throw new Refused('too-large', 'too large', 413);
    [status, content] = await route(request, Buffer.concat(pieces));
  } catch (problem) {
    status = problem instanceof Refused ? problem.status : 500;
    const error = { code: problem.code ?? 'error', description: problem.message };
    content = { message: problem.message, errors: [error], ...error };
  }
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(status === 204 ? undefined : JSON.stringify(content));
}

const server = createServer((request, response) => serve(request, response).catch(() => response.destroy()));
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(`registry at http://127.0.0.1:${server.address().port}`);
});
