CREATE TRIGGER audit_event_frozen BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
END;
