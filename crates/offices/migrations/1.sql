CREATE TABLE office (
  id UUID PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  teryt TEXT UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  street TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  town TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  website TEXT NOT NULL,
  delivery_address TEXT NOT NULL,
  easy_text TEXT NOT NULL,
  easy_text_en TEXT NOT NULL,
  deaf_contact TEXT NOT NULL,
  tax_account TEXT NOT NULL,
  rodo_contact TEXT NOT NULL,
  accessibility_contact TEXT NOT NULL,
  accessibility_note TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX office_by_name ON office (name_sort, id);

CREATE TABLE office_claim (
  id UUID PRIMARY KEY,
  teryt TEXT NOT NULL,
  office_name TEXT NOT NULL,
  person_id UUID NOT NULL,
  person_name TEXT NOT NULL,
  position TEXT NOT NULL,
  email TEXT NOT NULL,
  justification TEXT NOT NULL,
  file_hash TEXT,
  file_name TEXT NOT NULL,
  file_type TEXT NOT NULL,
  file_size BIGINT NOT NULL,
  lang TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at BIGINT,
  office_id UUID,
  once TEXT NOT NULL UNIQUE,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX office_claim_by_state ON office_claim (status, created, id);
CREATE INDEX office_claim_by_person ON office_claim (person_id, created);
CREATE UNIQUE INDEX office_claim_one_waiting ON office_claim (person_id, teryt) WHERE status = 'waiting';

CREATE TABLE unit (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  parent_id UUID REFERENCES unit (id),
  code TEXT NOT NULL,
  code_key TEXT NOT NULL,
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  sort TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX unit_of_office ON unit (office_id, sort);
CREATE UNIQUE INDEX unit_code_in_force ON unit (office_id, code_key) WHERE to_date IS NULL;

CREATE TABLE unit_past_code (
  office_id UUID NOT NULL REFERENCES office (id),
  unit_id UUID NOT NULL REFERENCES unit (id),
  code_key TEXT NOT NULL,
  first_year BIGINT NOT NULL,
  last_year BIGINT NOT NULL
);
CREATE INDEX unit_past_code_of_office ON unit_past_code (office_id, code_key);

CREATE TABLE position (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  sort TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (office_id, name_fold)
);

CREATE TABLE membership (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  person_id UUID NOT NULL,
  unit_id UUID NOT NULL REFERENCES unit (id),
  position_id UUID REFERENCES position (id),
  roles TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX membership_of_person ON membership (person_id, office_id);
CREATE INDEX membership_of_office ON membership (office_id, unit_id);

CREATE TABLE substitution (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  absent_id UUID NOT NULL,
  substitute_id UUID NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  cancelled BOOLEAN NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX substitution_by_substitute ON substitution (office_id, substitute_id, to_date);

CREATE TABLE service_point (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  main BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  street TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  town TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  directions TEXT NOT NULL,
  step_free BOOLEAN NOT NULL,
  induction_loop BOOLEAN NOT NULL,
  closed BOOLEAN NOT NULL,
  sort TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX service_point_of_office ON service_point (office_id, sort);

CREATE TABLE opening_hours (
  point_id UUID NOT NULL REFERENCES service_point (id),
  office_id UUID NOT NULL REFERENCES office (id),
  weekday BIGINT NOT NULL,
  opens BIGINT NOT NULL,
  closes BIGINT NOT NULL,
  PRIMARY KEY (point_id, weekday)
);
CREATE INDEX opening_hours_of_office ON opening_hours (office_id);

CREATE TABLE opening_exception (
  id UUID PRIMARY KEY,
  point_id UUID NOT NULL REFERENCES service_point (id),
  office_id UUID NOT NULL REFERENCES office (id),
  day TEXT NOT NULL,
  opens BIGINT,
  closes BIGINT,
  note TEXT NOT NULL,
  UNIQUE (point_id, day)
);
CREATE INDEX opening_exception_of_office ON opening_exception (office_id, day);

CREATE TABLE office_import (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL REFERENCES office (id),
  kind TEXT NOT NULL,
  person_id UUID,
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  created BIGINT NOT NULL,
  done_at BIGINT
);
CREATE INDEX office_import_of_office ON office_import (office_id, created);
