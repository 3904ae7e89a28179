-- Requests of the API with Idempotency-Key, so that each is done once; kept for a day or two.
CREATE TABLE enrolment_once (
  person_id UUID NOT NULL,
  key TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  -- As it was given the first time.
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, key)
);
CREATE INDEX enrolment_once_at ON enrolment_once (at);
