CREATE TABLE certificate_counter (
  office_id UUID NOT NULL,
  year BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE certificate_facts (
  version_id UUID PRIMARY KEY,
  facts TEXT NOT NULL
);

CREATE TABLE certificate_template (
  office_id UUID NOT NULL,
  number BIGINT NOT NULL,
  wording TEXT NOT NULL,
  changed BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (office_id, number)
);

CREATE TABLE certificate (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  label TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  enrolment_id UUID NOT NULL UNIQUE,
  course_id UUID NOT NULL,
  version_id UUID NOT NULL,
  person_id UUID,
  served_id UUID,
  unit_id UUID,
  name TEXT NOT NULL,
  facts TEXT NOT NULL,
  score DOUBLE PRECISION,
  completed BIGINT NOT NULL,
  issued BIGINT NOT NULL,
  expires TEXT,
  revoked_at BIGINT,
  revoked_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  erased BOOLEAN NOT NULL,
  template BIGINT NOT NULL,
  subject UUID NOT NULL,
  identity TEXT NOT NULL,
  list BIGINT NOT NULL,
  place BIGINT NOT NULL,
  jwt TEXT,
  folded TEXT NOT NULL,
  UNIQUE (office_id, year, number),
  UNIQUE (office_id, list, place)
);
CREATE INDEX certificate_of_office ON certificate (office_id, issued, id);
CREATE INDEX certificate_of_course ON certificate (course_id, issued, id);
CREATE INDEX certificate_of_unit ON certificate (unit_id, issued, id) WHERE unit_id IS NOT NULL;
CREATE INDEX certificate_of_person ON certificate (person_id, issued) WHERE person_id IS NOT NULL;
CREATE INDEX certificate_revoked ON certificate (office_id, list) WHERE revoked_at IS NOT NULL;

CREATE TABLE certificate_file (
  certificate_id UUID NOT NULL REFERENCES certificate (id),
  lang TEXT NOT NULL,
  hash BYTEA NOT NULL,
  size BIGINT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (certificate_id, lang)
);

CREATE TABLE badge_key (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  short TEXT NOT NULL,
  public TEXT NOT NULL,
  secret TEXT,
  made BIGINT NOT NULL,
  retired BIGINT
);
CREATE UNIQUE INDEX badge_key_in_use ON badge_key (office_id) WHERE retired IS NULL;
CREATE UNIQUE INDEX badge_key_of_office ON badge_key (office_id, short);

CREATE TABLE certificate_try (
  subject TEXT PRIMARY KEY,
  tries BIGINT NOT NULL,
  last BIGINT NOT NULL
);
