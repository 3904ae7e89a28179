CREATE TABLE message (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  side TEXT NOT NULL,
  person_id UUID,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  text TEXT NOT NULL,
  request_id UUID,
  sent_at BIGINT NOT NULL,
  read_at BIGINT,
  read_by TEXT NOT NULL,
  once TEXT NOT NULL,
  UNIQUE (case_id, once)
);
CREATE INDEX message_of_case ON message (case_id, id);
CREATE INDEX message_unread ON message (office_id, case_id) WHERE read_at IS NULL;

CREATE TABLE message_file (
  message_id UUID NOT NULL REFERENCES message (id),
  ordinal BIGINT NOT NULL,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  document_id UUID NOT NULL,
  name TEXT NOT NULL,
  size BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (message_id, ordinal)
);
CREATE INDEX message_file_of_case ON message_file (case_id);

CREATE TABLE request (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  what TEXT NOT NULL,
  due TEXT NOT NULL,
  pauses BOOLEAN NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by UUID,
  made_by_name TEXT NOT NULL,
  position TEXT NOT NULL,
  read_at BIGINT,
  message_id UUID,
  ended_at BIGINT,
  ended_by TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  once TEXT NOT NULL,
  UNIQUE (case_id, once)
);
CREATE INDEX request_of_case ON request (case_id, id);
CREATE INDEX request_open ON request (office_id, due, id) WHERE state = 'open';

CREATE TABLE kept_file (
  id UUID PRIMARY KEY,
  case_id UUID NOT NULL,
  name TEXT NOT NULL,
  hash BYTEA NOT NULL,
  size BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX kept_file_by_age ON kept_file (at);
CREATE INDEX kept_file_of_object ON kept_file (hash);
