CREATE FUNCTION record_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'the record of a case is append-only'; END $$;
CREATE TRIGGER record_entry_stays BEFORE UPDATE OR DELETE ON record_entry
  FOR EACH ROW EXECUTE FUNCTION record_entry_refuse();
CREATE TRIGGER record_entry_remains BEFORE TRUNCATE ON record_entry
  FOR EACH STATEMENT EXECUTE FUNCTION record_entry_refuse();
