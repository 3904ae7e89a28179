CREATE FUNCTION audit_event_frozen() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is never changed'; END $$;
CREATE TRIGGER audit_event_frozen BEFORE UPDATE ON audit_event
FOR EACH ROW EXECUTE FUNCTION audit_event_frozen();
