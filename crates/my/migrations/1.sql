-- Secret links to a case for people without an account. Only the fingerprint of a secret is kept.
CREATE TABLE my_link (
  hash BYTEA PRIMARY KEY,
  office_id UUID NOT NULL,
  case_id UUID NOT NULL,
  email TEXT NOT NULL,
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  -- The account the case was joined to by this link.
  person_id UUID
);
CREATE INDEX my_link_of_case ON my_link (case_id, created);
CREATE INDEX my_link_of_person ON my_link (person_id, case_id) WHERE person_id IS NOT NULL;
CREATE INDEX my_link_expires ON my_link (expires);
