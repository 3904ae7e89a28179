CREATE TRIGGER course_version_fixed BEFORE UPDATE ON course_version BEGIN SELECT RAISE(ABORT, 'a published version is never changed'); END;
