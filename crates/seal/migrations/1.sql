-- One row: the key that new secrets are sealed with, by its fingerprint. It tells a process with another key so at once,
-- also while nothing is sealed yet.
CREATE TABLE installation_key (
    slot BIGINT PRIMARY KEY,
    key_id TEXT NOT NULL,
    since BIGINT NOT NULL
);
