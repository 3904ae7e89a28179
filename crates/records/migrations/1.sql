CREATE TABLE file_plan (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  name TEXT NOT NULL,
  in_force_from TEXT NOT NULL,
  source TEXT NOT NULL,
  classes BIGINT NOT NULL,
  unverified BIGINT NOT NULL,
  imported_at BIGINT NOT NULL,
  imported_by TEXT NOT NULL,
  UNIQUE (office_id, in_force_from)
);

CREATE TABLE file_class (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  plan_id UUID NOT NULL REFERENCES file_plan (id),
  symbol TEXT NOT NULL,
  title TEXT NOT NULL,
  category TEXT,
  other_category TEXT,
  final BOOLEAN NOT NULL,
  verified BOOLEAN NOT NULL,
  notes TEXT NOT NULL,
  source TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (plan_id, symbol)
);

CREATE TABLE incoming_counter (
  office_id UUID NOT NULL,
  year BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE incoming (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  state TEXT NOT NULL,
  year BIGINT,
  number BIGINT,
  channel TEXT NOT NULL,
  submission_id UUID UNIQUE,
  submission_number TEXT NOT NULL,
  service_id UUID,
  service_slug TEXT NOT NULL,
  service_title TEXT NOT NULL,
  symbol TEXT NOT NULL,
  suggested_unit UUID,
  term_amount BIGINT,
  term_unit TEXT,
  title TEXT NOT NULL,
  organisation TEXT NOT NULL,
  sender TEXT NOT NULL,
  sender_email TEXT NOT NULL,
  sender_person UUID,
  sender_address TEXT NOT NULL,
  town TEXT NOT NULL,
  country TEXT NOT NULL,
  letter_date TEXT NOT NULL,
  sender_reference TEXT NOT NULL,
  received TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  registered_at BIGINT,
  registered_by TEXT NOT NULL,
  attachments BIGINT,
  access TEXT NOT NULL,
  dcmi_type TEXT NOT NULL,
  remarks TEXT NOT NULL,
  unit_id UUID,
  person_id UUID,
  assigned_at BIGINT,
  assigned_by TEXT NOT NULL,
  instruction TEXT NOT NULL,
  case_id UUID,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX incoming_number ON incoming (office_id, year, number);
CREATE INDEX incoming_of_office ON incoming (office_id, id);
CREATE INDEX incoming_by_person ON incoming (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX incoming_by_unit ON incoming (unit_id, id) WHERE unit_id IS NOT NULL;
CREATE INDEX incoming_waiting ON incoming (office_id, state, id) WHERE state <> 'filed';
CREATE INDEX incoming_of_person ON incoming (person_id, id) WHERE state = 'assigned';
CREATE INDEX incoming_of_unit ON incoming (unit_id, id) WHERE state = 'assigned';
CREATE INDEX incoming_of_case ON incoming (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE case_counter (
  office_id UUID NOT NULL,
  unit_code TEXT NOT NULL,
  symbol TEXT NOT NULL,
  year BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (office_id, unit_code, symbol, year)
);

CREATE TABLE case_file (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  reference TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  symbol TEXT NOT NULL,
  number BIGINT NOT NULL,
  year BIGINT NOT NULL,
  class_id UUID NOT NULL,
  category TEXT,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  unit_id UUID NOT NULL,
  handler_id UUID,
  handler_name TEXT NOT NULL,
  service_id UUID,
  incoming_id UUID,
  party_name TEXT NOT NULL,
  party_person UUID,
  party_reference TEXT NOT NULL,
  party_date TEXT NOT NULL,
  opened BIGINT NOT NULL,
  started TEXT NOT NULL,
  term_amount BIGINT,
  term_unit TEXT,
  extended_on TEXT,
  extended_to TEXT,
  due TEXT NOT NULL,
  settled BIGINT,
  outcome TEXT,
  kept_through BIGINT,
  remarks TEXT NOT NULL,
  entries BIGINT NOT NULL,
  acted BIGINT NOT NULL,
  last_action TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX case_file_reference ON case_file (symbol, year, unit_code, office_id, number);
CREATE INDEX case_file_of_handler ON case_file (handler_id, due, id, state, office_id) WHERE state <> 'settled';
CREATE INDEX case_file_of_unit ON case_file (unit_id, due, id, state, handler_id) WHERE state <> 'settled';
CREATE INDEX case_file_by_handler ON case_file (handler_id, id, office_id);
CREATE INDEX case_file_by_unit ON case_file (unit_id, id);
CREATE INDEX case_file_disposal ON case_file (office_id, kept_through, id) WHERE kept_through IS NOT NULL;

CREATE TABLE case_party (
  case_id UUID NOT NULL,
  ordinal BIGINT NOT NULL,
  office_id UUID NOT NULL,
  role TEXT NOT NULL,
  person_id UUID,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  identifier TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX case_party_of_person ON case_party (person_id, case_id) WHERE person_id IS NOT NULL;

CREATE TABLE case_pause (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  ground TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX case_pause_of_case ON case_pause (case_id, from_date);
CREATE UNIQUE INDEX case_pause_open ON case_pause (case_id) WHERE to_date IS NULL;

CREATE TABLE record_entry (
  case_id UUID NOT NULL,
  ordinal BIGINT NOT NULL,
  office_id UUID NOT NULL,
  at BIGINT NOT NULL,
  person_id UUID,
  person_name TEXT NOT NULL,
  position TEXT NOT NULL,
  action TEXT NOT NULL,
  text TEXT NOT NULL,
  document_id UUID,
  payload TEXT NOT NULL,
  prev_hash BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (case_id, ordinal)
);

CREATE TABLE document (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID,
  incoming_id UUID,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  origin TEXT NOT NULL,
  hash BYTEA NOT NULL,
  size BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  added BIGINT NOT NULL,
  added_by TEXT NOT NULL
);
CREATE INDEX document_of_case ON document (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX document_of_incoming ON document (incoming_id, id) WHERE incoming_id IS NOT NULL;
CREATE INDEX document_of_object ON document (hash);

CREATE TABLE note (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  author_id UUID,
  author_name TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX note_of_case ON note (case_id, id);

CREATE TABLE follow (
  person_id UUID NOT NULL,
  case_id UUID NOT NULL,
  office_id UUID NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (person_id, case_id)
);

CREATE TABLE api_once (
  person_id UUID NOT NULL,
  key TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, key)
);
