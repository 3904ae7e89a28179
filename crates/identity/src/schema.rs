//! The tables of this subject.

use db::Migration;

/// The tables of this subject, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new(
        "identity",
        1,
        "CREATE TABLE person (
        id UUID PRIMARY KEY,
        email TEXT NOT NULL,
        email_fold TEXT NOT NULL UNIQUE,
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        name_fold TEXT NOT NULL,
        password_hash TEXT,
        totp_secret TEXT,
        totp_pending TEXT,
        totp_last_step BIGINT NOT NULL,
        recovery_codes TEXT NOT NULL,
        lang TEXT NOT NULL,
        operator BOOLEAN NOT NULL,
        created BIGINT NOT NULL,
        verified_at BIGINT,
        deleted_at BIGINT,
        version BIGINT NOT NULL
    );
    CREATE INDEX person_by_name ON person (name_fold, id);
    CREATE TABLE session (
        id UUID PRIMARY KEY,
        person_id UUID NOT NULL REFERENCES person (id),
        secret_hash BYTEA NOT NULL UNIQUE,
        created BIGINT NOT NULL,
        seen BIGINT NOT NULL,
        expires BIGINT NOT NULL,
        device TEXT NOT NULL,
        remote TEXT
    );
    CREATE INDEX session_by_person ON session (person_id, seen);
    CREATE TABLE email_token (
        id UUID PRIMARY KEY,
        purpose TEXT NOT NULL,
        person_id UUID REFERENCES person (id),
        email TEXT NOT NULL,
        email_fold TEXT NOT NULL,
        secret_hash BYTEA NOT NULL UNIQUE,
        payload TEXT NOT NULL,
        created BIGINT NOT NULL,
        expires BIGINT NOT NULL,
        used BIGINT
    );
    CREATE INDEX email_token_by_person ON email_token (person_id, purpose);
    CREATE INDEX email_token_by_email ON email_token (email_fold, purpose);
    CREATE TABLE api_token (
        id UUID PRIMARY KEY,
        person_id UUID NOT NULL REFERENCES person (id),
        office_id UUID,
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        secret_hash BYTEA NOT NULL UNIQUE,
        created BIGINT NOT NULL,
        expires BIGINT,
        used BIGINT,
        ended BIGINT
    );
    CREATE INDEX api_token_by_person ON api_token (person_id, created);
    CREATE TABLE sign_in_attempt (
        subject TEXT PRIMARY KEY,
        failures BIGINT NOT NULL,
        last BIGINT NOT NULL
    );
    CREATE INDEX sign_in_attempt_by_last ON sign_in_attempt (last);",
    ),
    // Few have a second step; the start looks at them all.
    Migration::new(
        "identity",
        2,
        "CREATE INDEX person_by_totp ON person (id) WHERE totp_secret IS NOT NULL;
        CREATE INDEX person_by_totp_pending ON person (id) WHERE totp_pending IS NOT NULL;",
    ),
];

/// The columns whose secrets are sealed.
pub const SEALED: &[seal::Column] = &[seal::column!("person", "totp_secret"), seal::column!("person", "totp_pending")];
