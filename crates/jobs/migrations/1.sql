CREATE TABLE job (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    -- When it may next be claimed: its own time, the end of a pause after a failure, or the end of a lease.
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    max_attempts BIGINT NOT NULL,
    locked_until BIGINT,
    last_error TEXT,
    -- Of jobs with the same mark only one is ever written.
    mark TEXT UNIQUE,
    created BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX job_waiting ON job (run_at, id) WHERE state = 'waiting';
CREATE INDEX job_dead ON job (id) WHERE state = 'dead';
CREATE INDEX job_done ON job (done_at) WHERE state = 'done';
