CREATE TABLE way_in (
  course_id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  mode TEXT NOT NULL,
  chain TEXT NOT NULL,
  seats BIGINT,
  offer_hours BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE version_item (
  version_id UUID NOT NULL,
  item_id UUID NOT NULL,
  sort BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  required BOOLEAN NOT NULL,
  digest BYTEA NOT NULL,
  PRIMARY KEY (version_id, item_id)
);

CREATE TABLE course_group (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  course_id UUID NOT NULL,
  name TEXT NOT NULL,
  sort TEXT NOT NULL,
  seats BIGINT,
  trainer_id UUID,
  from_date TEXT,
  to_date TEXT,
  closed BOOLEAN NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX course_group_of_course ON course_group (course_id, sort);

CREATE TABLE enrolment (
  id UUID PRIMARY KEY,
  course_id UUID NOT NULL,
  holder_id UUID NOT NULL,
  version_id UUID NOT NULL,
  person_id UUID,
  guest_hash BYTEA,
  office_id UUID,
  unit_id UUID,
  group_id UUID REFERENCES course_group (id),
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  due TEXT,
  started BIGINT,
  completed BIGINT,
  score DOUBLE PRECISION,
  done BIGINT NOT NULL,
  required BIGINT NOT NULL,
  last_item UUID,
  last_at BIGINT,
  stays_at UUID,
  reason TEXT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CHECK (person_id IS NULL OR guest_hash IS NULL)
);
CREATE INDEX enrolment_of_person ON enrolment (person_id, id);
CREATE INDEX enrolment_of_guest ON enrolment (guest_hash) WHERE guest_hash IS NOT NULL;
CREATE INDEX enrolment_of_course ON enrolment (course_id, id);
CREATE INDEX enrolment_by_state ON enrolment (course_id, state, id);
CREATE INDEX enrolment_by_office ON enrolment (office_id, course_id, unit_id, state, due);
CREATE INDEX enrolment_figures ON enrolment (course_id, office_id, unit_id, state, due);
CREATE INDEX enrolment_of_group ON enrolment (group_id, state) WHERE group_id IS NOT NULL;
CREATE INDEX enrolment_due ON enrolment (due, id) WHERE state = 'active' AND due IS NOT NULL;
CREATE UNIQUE INDEX enrolment_one_live ON enrolment (course_id, person_id)
  WHERE person_id IS NOT NULL AND state IN ('requested', 'waiting', 'offered', 'active');
CREATE UNIQUE INDEX enrolment_one_guest ON enrolment (course_id, guest_hash)
  WHERE guest_hash IS NOT NULL AND state IN ('requested', 'waiting', 'offered', 'active');

CREATE TABLE progress (
  enrolment_id UUID NOT NULL REFERENCES enrolment (id),
  item_id UUID NOT NULL,
  state TEXT NOT NULL,
  score DOUBLE PRECISION,
  seen_at BIGINT NOT NULL,
  done_at BIGINT,
  position TEXT NOT NULL,
  PRIMARY KEY (enrolment_id, item_id)
);
CREATE INDEX progress_of_item ON progress (item_id, state);

CREATE TABLE waiting_list (
  enrolment_id UUID PRIMARY KEY REFERENCES enrolment (id),
  course_id UUID NOT NULL,
  place BIGINT NOT NULL,
  entered BIGINT NOT NULL,
  offered_at BIGINT,
  offered_until BIGINT
);
CREATE INDEX waiting_list_in_order ON waiting_list (course_id, place);

CREATE TABLE enrolment_request (
  enrolment_id UUID PRIMARY KEY REFERENCES enrolment (id),
  course_id UUID NOT NULL,
  why TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX enrolment_request_of_course ON enrolment_request (course_id, made_at);

CREATE TABLE approval_step (
  enrolment_id UUID NOT NULL REFERENCES enrolment (id),
  ordinal BIGINT NOT NULL,
  role TEXT NOT NULL,
  office_id UUID NOT NULL,
  unit_id UUID,
  state TEXT NOT NULL,
  by_id UUID,
  by_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  at BIGINT,
  PRIMARY KEY (enrolment_id, ordinal)
);
CREATE INDEX approval_step_waiting ON approval_step (office_id, role) WHERE state = 'waiting';

CREATE TABLE enrolment_import (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  course_id UUID NOT NULL,
  person_id UUID NOT NULL,
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  created BIGINT NOT NULL,
  done_at BIGINT
);
CREATE INDEX enrolment_import_by_age ON enrolment_import (created);

CREATE TABLE learner_note (
  id UUID PRIMARY KEY,
  enrolment_id UUID NOT NULL REFERENCES enrolment (id),
  item_id UUID NOT NULL,
  text TEXT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX learner_note_of_item ON learner_note (enrolment_id, item_id, id);

CREATE TABLE lesson_question (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  course_id UUID NOT NULL,
  item_id UUID NOT NULL,
  enrolment_id UUID NOT NULL REFERENCES enrolment (id),
  text TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  answer TEXT NOT NULL,
  answered_at BIGINT,
  answered_by UUID,
  answered_name TEXT NOT NULL,
  hidden BOOLEAN NOT NULL,
  once TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (enrolment_id, once)
);
CREATE INDEX lesson_question_of_item ON lesson_question (course_id, item_id, id);
CREATE INDEX lesson_question_open ON lesson_question (course_id, id) WHERE answered_at IS NULL;

CREATE TABLE live_session (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  course_id UUID NOT NULL,
  item_id UUID,
  group_id UUID REFERENCES course_group (id),
  title TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  cancelled BOOLEAN NOT NULL,
  sequence BIGINT NOT NULL,
  code TEXT NOT NULL,
  code_until BIGINT,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX live_session_of_course ON live_session (course_id, starts, id);

CREATE TABLE attendance (
  session_id UUID NOT NULL REFERENCES live_session (id),
  enrolment_id UUID NOT NULL REFERENCES enrolment (id),
  present BOOLEAN NOT NULL,
  way TEXT NOT NULL,
  tries BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (session_id, enrolment_id)
);
CREATE INDEX attendance_of_learner ON attendance (enrolment_id);

CREATE TABLE path (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  summary TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  published BOOLEAN NOT NULL,
  sort TEXT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX path_of_office ON path (office_id, sort);

CREATE TABLE path_course (
  path_id UUID NOT NULL REFERENCES path (id),
  ordinal BIGINT NOT NULL,
  course_id UUID NOT NULL,
  required BOOLEAN NOT NULL,
  PRIMARY KEY (path_id, ordinal),
  UNIQUE (path_id, course_id)
);
CREATE INDEX path_course_of_course ON path_course (course_id);
