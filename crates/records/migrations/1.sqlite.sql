CREATE TRIGGER record_entry_stays BEFORE UPDATE ON record_entry
  BEGIN SELECT RAISE(ABORT, 'the record of a case is append-only'); END;
CREATE TRIGGER record_entry_remains BEFORE DELETE ON record_entry
  BEGIN SELECT RAISE(ABORT, 'the record of a case is append-only'); END;
