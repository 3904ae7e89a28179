CREATE TABLE training_rule (
  id UUID PRIMARY KEY,
  office_id UUID NOT NULL,
  course_id UUID NOT NULL,
  whom TEXT NOT NULL,
  unit_id UUID,
  below BOOLEAN NOT NULL,
  position_id UUID,
  days BIGINT NOT NULL,
  months BIGINT,
  created BIGINT NOT NULL,
  ended BIGINT,
  reason TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX training_rule_of_office ON training_rule (office_id, id);
CREATE INDEX training_rule_in_force ON training_rule (id) WHERE ended IS NULL;

CREATE TABLE training_reminder (
  enrolment_id UUID NOT NULL,
  due TEXT NOT NULL,
  step BIGINT NOT NULL,
  person_id UUID NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (enrolment_id, due, step)
);
CREATE INDEX training_reminder_of_person ON training_reminder (person_id);

CREATE TABLE training_mail (
  person_id UUID NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (person_id, kind)
);

CREATE TABLE course_opinion (
  enrolment_id UUID PRIMARY KEY,
  course_id UUID NOT NULL,
  stars BIGINT NOT NULL,
  comment TEXT NOT NULL,
  given BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX course_opinion_of_course ON course_opinion (course_id, given, stars);

-- Reports over the enrolments of an office: who is late, and completions by month.
CREATE INDEX enrolment_late ON enrolment (office_id, due, id) WHERE state = 'active' AND due IS NOT NULL;
CREATE INDEX enrolment_completed ON enrolment (office_id, completed, course_id, unit_id) WHERE state = 'completed';
CREATE INDEX enrolment_by_body ON enrolment (office_id, state, due);
