CREATE TABLE letter_template (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  starter TEXT,
  name TEXT NOT NULL,
  hint TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  retired BOOLEAN NOT NULL,
  sort TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (office_id, starter)
);
CREATE INDEX letter_template_of_office ON letter_template (office_id, sort, id);

CREATE TABLE letter_template_version (
  template_id UUID NOT NULL REFERENCES letter_template (id),
  version BIGINT NOT NULL,
  office_id UUID NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (template_id, version)
);

CREATE TABLE letter (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  template_id UUID,
  template_version BIGINT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  state TEXT NOT NULL,
  unit_id UUID NOT NULL,
  author_id UUID,
  author_name TEXT NOT NULL,
  approver_id UUID,
  approver_name TEXT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  changed_by UUID,
  changed_by_name TEXT NOT NULL,
  submitted_at BIGINT,
  decided_at BIGINT,
  decided_by TEXT NOT NULL,
  document_id UUID,
  hash BYTEA,
  size BIGINT,
  pages BIGINT,
  replaced TEXT NOT NULL,
  overrun_due TEXT,
  once TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (case_id, once),
  UNIQUE (case_id, overrun_due)
);
CREATE INDEX letter_of_case ON letter (case_id, id);
CREATE INDEX letter_waiting ON letter (office_id, approver_id, submitted_at) WHERE state = 'waiting';
CREATE INDEX letter_of_object ON letter (hash) WHERE hash IS NOT NULL;

CREATE TABLE letter_version (
  letter_id UUID NOT NULL REFERENCES letter (id),
  version BIGINT NOT NULL,
  office_id UUID NOT NULL,
  content TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_id UUID,
  by_name TEXT NOT NULL,
  PRIMARY KEY (letter_id, version)
);

CREATE TABLE letter_approval (
  letter_id UUID NOT NULL REFERENCES letter (id),
  ordinal BIGINT NOT NULL,
  office_id UUID NOT NULL,
  step TEXT NOT NULL,
  letter_version BIGINT NOT NULL,
  person_id UUID,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  addressed_to TEXT NOT NULL,
  remarks TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (letter_id, ordinal)
);

CREATE TABLE outgoing_counter (
  office_id UUID NOT NULL,
  year BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE outgoing (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  letter_id UUID NOT NULL UNIQUE REFERENCES letter (id),
  case_id UUID NOT NULL,
  unit_id UUID NOT NULL,
  reference TEXT NOT NULL,
  title TEXT NOT NULL,
  folded TEXT NOT NULL,
  addressee TEXT NOT NULL,
  address TEXT NOT NULL,
  way TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  sent_by TEXT NOT NULL,
  sent_proof TEXT NOT NULL,
  delivered_on TEXT,
  delivered_at BIGINT,
  delivered_proof TEXT NOT NULL,
  delivered_by TEXT NOT NULL,
  remarks TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX outgoing_number ON outgoing (office_id, year, number);
CREATE INDEX outgoing_of_case ON outgoing (case_id, id);
