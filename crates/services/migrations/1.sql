-- What an office settles.
CREATE TABLE service (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    slug TEXT NOT NULL,
    topic TEXT NOT NULL,
    level TEXT NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_pl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    description TEXT NOT NULL,
    documents TEXT NOT NULL,
    fee TEXT NOT NULL,
    fee_grosze BIGINT,
    fee_basis TEXT NOT NULL,
    term TEXT NOT NULL,
    term_amount BIGINT,
    term_unit TEXT,
    term_working BOOLEAN NOT NULL,
    legal_basis TEXT NOT NULL,
    appeal TEXT NOT NULL,
    sources TEXT NOT NULL,
    remark TEXT NOT NULL,
    data_version TEXT NOT NULL,
    jrwa TEXT,
    unit_id UUID,
    unit_name TEXT NOT NULL,
    keywords TEXT NOT NULL,
    published BOOLEAN NOT NULL,
    form_id UUID,
    name_fold TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (office_id, slug)
);
CREATE INDEX service_order ON service (office_id, sort_key, id);

-- Counts changes of an office's services, so that the search index kept in memory knows when it is old.
CREATE TABLE service_change (
    office_id UUID PRIMARY KEY,
    version BIGINT NOT NULL
);

-- The text of a form under its fingerprint: offices that use the same form share it.
CREATE TABLE form_schema (
    hash TEXT PRIMARY KEY,
    body TEXT NOT NULL
);

-- Published versions of a service's form. Never changed.
CREATE TABLE service_form (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    service_id UUID NOT NULL REFERENCES service (id),
    number BIGINT NOT NULL,
    schema_hash TEXT NOT NULL REFERENCES form_schema (hash),
    published_at BIGINT NOT NULL,
    published_by UUID,
    published_by_name TEXT NOT NULL,
    UNIQUE (service_id, number)
);

-- The form being edited by an administrator.
CREATE TABLE form_working (
    service_id UUID PRIMARY KEY REFERENCES service (id),
    office_id UUID NOT NULL,
    body TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- Forms being filled in.
CREATE TABLE draft (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    service_id UUID NOT NULL REFERENCES service (id),
    form_id UUID NOT NULL REFERENCES service_form (id),
    person_id UUID,
    email TEXT NOT NULL,
    email_proven_at BIGINT,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    submission_id UUID
);
CREATE INDEX draft_of_person ON draft (person_id, updated, id);
CREATE INDEX draft_by_age ON draft (updated);

-- What was typed in each step, as typed.
CREATE TABLE draft_step (
    draft_id UUID NOT NULL REFERENCES draft (id),
    step TEXT NOT NULL,
    answers TEXT NOT NULL,
    done BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (draft_id, step)
);

-- Fingerprints of the secrets that open a draft: of a browser, of a link sent by e-mail, of the proof of an address.
CREATE TABLE draft_key (
    hash TEXT PRIMARY KEY,
    draft_id UUID NOT NULL REFERENCES draft (id),
    kind TEXT NOT NULL,
    email TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX draft_key_of ON draft_key (draft_id);

CREATE TABLE draft_file (
    id UUID PRIMARY KEY,
    draft_id UUID NOT NULL REFERENCES draft (id),
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    added BIGINT NOT NULL
);
CREATE INDEX draft_file_of ON draft_file (draft_id, added, id);

-- Numbers without gaps, by office and year.
CREATE TABLE submission_counter (
    office_id UUID NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (office_id, year)
);

-- Forms that were sent. Never changed.
CREATE TABLE submission (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    service_id UUID NOT NULL REFERENCES service (id),
    form_id UUID NOT NULL REFERENCES service_form (id),
    once_key TEXT NOT NULL UNIQUE,
    year BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    number TEXT NOT NULL,
    person_id UUID,
    sender_name TEXT NOT NULL,
    sender_email TEXT NOT NULL,
    lang TEXT NOT NULL,
    answers TEXT NOT NULL,
    answers_hash TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    hash TEXT NOT NULL,
    secret_hash TEXT,
    UNIQUE (office_id, year, ordinal)
);
CREATE INDEX submission_of_person ON submission (person_id, sent_at, id);
CREATE INDEX submission_by_secret ON submission (secret_hash);
CREATE INDEX submission_in_office ON submission (office_id, sent_at, id);

CREATE TABLE submission_file (
    id UUID PRIMARY KEY,
    submission_id UUID NOT NULL REFERENCES submission (id),
    ordinal BIGINT NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    UNIQUE (submission_id, ordinal)
);
