CREATE FUNCTION services_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE TRIGGER service_form_fixed BEFORE UPDATE ON service_form FOR EACH ROW EXECUTE FUNCTION services_never_changed();
CREATE TRIGGER form_schema_fixed BEFORE UPDATE ON form_schema FOR EACH ROW EXECUTE FUNCTION services_never_changed();
CREATE TRIGGER submission_fixed BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION services_never_changed();
CREATE TRIGGER submission_file_fixed BEFORE UPDATE ON submission_file FOR EACH ROW EXECUTE FUNCTION services_never_changed();
