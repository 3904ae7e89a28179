-- Requests that are done once: those of the API with Idempotency-Key, and forms with a key against a double click. What was
-- answered may hold personal data, so it goes after a day (web::forget_keys).
CREATE TABLE once_key (
  person_id UUID NOT NULL,
  key TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  -- As it was given the first time, as JSON. No secrets.
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, key)
);
CREATE INDEX once_key_at ON once_key (at);
