CREATE TABLE kept_upload (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  person_id UUID NOT NULL,
  name TEXT NOT NULL,
  hash BYTEA NOT NULL,
  size BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX kept_upload_of_age ON kept_upload (at);

ALTER TABLE case_party ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
