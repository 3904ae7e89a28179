-- The office somebody learned in when they said what they think, so that the figures of an office come from one index.
ALTER TABLE course_opinion ADD COLUMN office_id UUID;
UPDATE course_opinion SET office_id = (SELECT e.office_id FROM enrolment e WHERE e.id = course_opinion.enrolment_id);
CREATE INDEX course_opinion_of_office ON course_opinion (office_id, course_id, stars);

-- Who learned what in an office, the newest first.
CREATE INDEX enrolment_of_office ON enrolment (office_id, id) WHERE person_id IS NOT NULL;
