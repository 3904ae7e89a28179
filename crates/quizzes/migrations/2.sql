-- An answer that came after an attempt had ended by the clock: it waits for a trainer, who decides whether it counts. `given`
-- is the time of the answer by the learner's device (none when it did not tell), `came` the server's; `replaced` is what a
-- counted one took the place of, so that the decision can be taken back.
CREATE TABLE attempt_late (
    attempt_id UUID NOT NULL REFERENCES attempt (id),
    slot BIGINT NOT NULL,
    course_id UUID NOT NULL,
    ordinal BIGINT NOT NULL,
    response TEXT NOT NULL,
    given BIGINT,
    came BIGINT NOT NULL,
    state TEXT NOT NULL,
    replaced TEXT,
    decided_by TEXT,
    decided_at BIGINT,
    PRIMARY KEY (attempt_id, slot)
);
CREATE INDEX attempt_late_waiting ON attempt_late (course_id) WHERE state = 'waits';
