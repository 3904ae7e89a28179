CREATE TRIGGER service_form_fixed BEFORE UPDATE ON service_form BEGIN SELECT RAISE(ABORT, 'a published form is never changed'); END;
CREATE TRIGGER form_schema_fixed BEFORE UPDATE ON form_schema BEGIN SELECT RAISE(ABORT, 'a published form is never changed'); END;
CREATE TRIGGER submission_fixed BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER submission_file_fixed BEFORE UPDATE ON submission_file BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
