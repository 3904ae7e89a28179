CREATE TABLE hook (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL,
    url TEXT NOT NULL,
    -- Kept as it is: every message is signed with it.
    secret TEXT NOT NULL,
    -- The secret before, with which messages are signed as well until old_until.
    old_secret TEXT,
    old_until BIGINT,
    -- JSON list of kinds of events.
    events TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    -- Why it is off, if the program switched it off.
    disabled_reason TEXT,
    person UUID,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX hook_office ON hook (office_id, id);
CREATE TABLE hook_delivery (
    id UUID PRIMARY KEY,
    hook_id UUID NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
    office_id UUID NOT NULL,
    event_id UUID NOT NULL,
    kind TEXT NOT NULL,
    -- The body, byte for byte as it is signed.
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    status_code BIGINT,
    error TEXT,
    next_at BIGINT,
    created BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE INDEX hook_delivery_hook ON hook_delivery (hook_id, created, id);
CREATE INDEX hook_delivery_created ON hook_delivery (created);
