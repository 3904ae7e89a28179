-- The learner moved to a version of the course in which the quiz is different: the attempt is shown and counts no more.
ALTER TABLE attempt ADD COLUMN superseded BOOLEAN NOT NULL DEFAULT FALSE;
