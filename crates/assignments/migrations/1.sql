-- An assignment (an activity of a course) as it is being written; learners meet the one of a published version. `works`
-- counts the works begun, which gives each its number.
CREATE TABLE assignment (
    item_id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    course_id UUID NOT NULL,
    definition TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    changed BIGINT NOT NULL,
    works BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX assignment_of_course ON assignment (course_id);

-- A learner's work (praca): the draft, and how many editions were handed in, files added and markings made.
CREATE TABLE work (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    course_id UUID NOT NULL,
    item_id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    draft TEXT NOT NULL,
    saved BIGINT NOT NULL,
    editions BIGINT NOT NULL,
    handed_in BIGINT,
    files BIGINT NOT NULL,
    markings BIGINT NOT NULL,
    marked BIGINT,
    score DOUBLE PRECISION,
    version BIGINT NOT NULL,
    UNIQUE (enrolment_id, item_id),
    UNIQUE (item_id, number)
);
CREATE INDEX work_queue ON work (course_id, state, handed_in, id);

-- What was handed in, each time. Never changed.
CREATE TABLE work_edition (
    work_id UUID NOT NULL REFERENCES work (id),
    number BIGINT NOT NULL,
    version_id UUID NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (work_id, number)
);

-- A file of an edition; of the draft while `edition` is empty.
CREATE TABLE work_file (
    work_id UUID NOT NULL REFERENCES work (id),
    number BIGINT NOT NULL,
    edition BIGINT,
    name TEXT NOT NULL,
    hash BYTEA NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (work_id, number)
);

-- What a trainer said of an edition (ocena). Never changed; the newest counts.
CREATE TABLE work_marking (
    work_id UUID NOT NULL REFERENCES work (id),
    number BIGINT NOT NULL,
    edition BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    by_name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    levels TEXT NOT NULL,
    comments TEXT NOT NULL,
    remark TEXT NOT NULL,
    points BIGINT NOT NULL,
    most BIGINT NOT NULL,
    PRIMARY KEY (work_id, number)
);
