CREATE TABLE mail (
    id UUID PRIMARY KEY,
    recipient TEXT NOT NULL,
    -- The address in lower case, for looking up.
    recipient_key TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    lang TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    error TEXT,
    created BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX mail_recipient ON mail (recipient_key, id);
CREATE INDEX mail_created ON mail (created);
