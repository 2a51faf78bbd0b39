-- Everything that shelf keeps.
CREATE TABLE users (
    name text PRIMARY KEY,
    session text NOT NULL UNIQUE
);

CREATE TABLE packages (
    name text PRIMARY KEY,
    owner text NOT NULL REFERENCES users
);

-- Which workloads may publish a package. owner_id stays the same when somebody else takes the owner's name.
CREATE TABLE publishers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    package text NOT NULL REFERENCES packages ON DELETE CASCADE,
    issuer text NOT NULL,
    repository text NOT NULL,
    owner_id text NOT NULL,
    workflow text NOT NULL,
    environment text
);
CREATE INDEX ON publishers (issuer, repository);

-- Registry tokens, by hash: nobody who reads this table can publish.
CREATE TABLE tokens (
    sha256 text PRIMARY KEY,
    expires timestamptz NOT NULL
);

-- What a token may publish. It ends with the publisher that it was made for.
CREATE TABLE token_rights (
    token text NOT NULL REFERENCES tokens ON DELETE CASCADE,
    publisher bigint NOT NULL REFERENCES publishers ON DELETE CASCADE,
    identity text NOT NULL,
    PRIMARY KEY (token, publisher)
);

-- The ids of ID tokens that were used, so that each is used once.
CREATE TABLE used_ids (
    issuer text,
    id text,
    expires timestamptz NOT NULL,
    PRIMARY KEY (issuer, id)
);

CREATE TABLE files (
    package text NOT NULL REFERENCES packages ON DELETE CASCADE,
    version text NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    published_by text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (package, name)
);
