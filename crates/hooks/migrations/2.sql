-- Requests of the API with Idempotency-Key, so that each is done once. No secrets stand here.
CREATE TABLE hook_once (
    person_id UUID NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    -- What was made or changed.
    hook_id UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX hook_once_at ON hook_once (at);
