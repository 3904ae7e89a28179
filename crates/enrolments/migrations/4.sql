-- When an enrolment was ended by the office or its learner; none for those that go on, are completed, or ended before.
ALTER TABLE enrolment ADD COLUMN ended BIGINT;
