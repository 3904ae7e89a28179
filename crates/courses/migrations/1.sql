-- A course (kurs). Its texts are what lists show; what learners take is a version.
CREATE TABLE course (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    catalog TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    summary TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    audience TEXT NOT NULL,
    open BOOLEAN NOT NULL,
    language TEXT NOT NULL,
    level TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    valid_months BIGINT,
    pass_percent BIGINT NOT NULL,
    competences TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    sources TEXT NOT NULL,
    state TEXT NOT NULL,
    published_version UUID,
    published_at BIGINT,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    version BIGINT NOT NULL,
    words TEXT NOT NULL,
    sort_key TEXT NOT NULL
);
CREATE INDEX course_office ON course (office_id, sort_key, id);
CREATE INDEX course_found ON course (state, published_at, id);

-- Who wrote in a course.
CREATE TABLE course_author (
    course_id UUID NOT NULL REFERENCES course (id),
    person_id UUID NOT NULL,
    name TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (course_id, person_id)
);

-- A module of a course as it is being written; `removed` is the moment it was put aside.
CREATE TABLE course_module (
    id UUID PRIMARY KEY,
    course_id UUID NOT NULL REFERENCES course (id),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    sort BIGINT NOT NULL,
    removed BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX course_module_order ON course_module (course_id, sort, id);

-- An activity of a module as it is being written.
CREATE TABLE course_item (
    id UUID PRIMARY KEY,
    course_id UUID NOT NULL REFERENCES course (id),
    module_id UUID NOT NULL REFERENCES course_module (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    required BOOLEAN NOT NULL,
    sort BIGINT NOT NULL,
    settings TEXT NOT NULL,
    removed BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX course_item_order ON course_item (course_id, module_id, sort, id);

-- The text of a lesson as it is being written.
CREATE TABLE lesson (
    item_id UUID PRIMARY KEY REFERENCES course_item (id),
    course_id UUID NOT NULL REFERENCES course (id),
    body TEXT NOT NULL,
    objectives TEXT NOT NULL,
    sources TEXT NOT NULL,
    glossary TEXT NOT NULL,
    transcript TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX lesson_course ON lesson (course_id);

-- Files of a course. A file that was replaced or removed stays for the versions that show it.
CREATE TABLE course_file (
    id UUID PRIMARY KEY,
    course_id UUID NOT NULL REFERENCES course (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    alt TEXT NOT NULL,
    captions TEXT NOT NULL,
    transcript TEXT NOT NULL,
    hash BYTEA NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    added BIGINT NOT NULL,
    removed BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX course_file_course ON course_file (course_id, name);
CREATE INDEX course_file_hash ON course_file (hash);

-- Published versions of a course. Never changed.
CREATE TABLE course_version (
    id UUID PRIMARY KEY,
    course_id UUID NOT NULL REFERENCES course (id),
    number BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by UUID,
    published_by_name TEXT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (course_id, number)
);
