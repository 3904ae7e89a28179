CREATE TABLE audit_event (
    id UUID PRIMARY KEY,
    -- NULL: an event of the installation, not of one office.
    office_id UUID,
    at BIGINT NOT NULL,
    actor_person UUID,
    actor_name TEXT NOT NULL,
    -- The name without diacritics in lower case, for searching.
    actor_folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    details TEXT NOT NULL,
    remote TEXT
);
CREATE INDEX audit_event_office ON audit_event (office_id, at, id);
CREATE INDEX audit_event_at ON audit_event (at, id);
