-- A question of a course's bank (pytanie) as it is now; `removed` is the moment it was put aside.
CREATE TABLE question (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    course_id UUID NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    kind TEXT NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    content TEXT NOT NULL,
    words TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    created BIGINT NOT NULL,
    removed BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX question_of_course ON question (course_id, category, id);

-- What a question was before each edit, and now. Never changed.
CREATE TABLE question_version (
    question_id UUID NOT NULL REFERENCES question (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (question_id, number)
);

-- The rules of a quiz (an activity of a course) as they are being written; learners meet those of a published version.
CREATE TABLE quiz (
    item_id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    course_id UUID NOT NULL,
    settings TEXT NOT NULL,
    changed BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX quiz_of_course ON quiz (course_id);

-- An attempt at a quiz (podejście). `grades` is written once, when it is handed in.
CREATE TABLE attempt (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    course_id UUID NOT NULL,
    version_id UUID NOT NULL,
    item_id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    number BIGINT NOT NULL,
    seed BIGINT NOT NULL,
    state TEXT NOT NULL,
    started BIGINT NOT NULL,
    ends BIGINT,
    submitted BIGINT,
    by_clock BOOLEAN NOT NULL,
    score DOUBLE PRECISION,
    passed BOOLEAN,
    grades TEXT NOT NULL,
    UNIQUE (enrolment_id, item_id, number)
);
CREATE UNIQUE INDEX attempt_one_open ON attempt (enrolment_id, item_id) WHERE state = 'open';
CREATE INDEX attempt_ending ON attempt (ends) WHERE state = 'open' AND ends IS NOT NULL;
CREATE INDEX attempt_of_item ON attempt (item_id, state, id);
CREATE INDEX attempt_to_mark ON attempt (course_id, submitted, id) WHERE state = 'marking';

-- The answer to a question of an attempt; a newer one (by `ordinal`, which the browser counts) takes an older one's place.
CREATE TABLE attempt_answer (
    attempt_id UUID NOT NULL REFERENCES attempt (id),
    slot BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    response TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    mark DOUBLE PRECISION,
    remark TEXT,
    marked_by TEXT,
    marked_at BIGINT,
    PRIMARY KEY (attempt_id, slot)
);
