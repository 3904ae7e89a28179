-- A key that somebody else may have is withdrawn; which key signed a credential tells which ones are to be signed anew.
ALTER TABLE badge_key ADD COLUMN withdrawn BIGINT;
ALTER TABLE certificate ADD COLUMN jwt_key TEXT;
-- Not noted before: known where an office has had one key only; elsewhere the credential is signed anew when it is asked for.
UPDATE certificate SET jwt_key = (SELECT MIN(k.short) FROM badge_key k WHERE k.office_id = certificate.office_id)
  WHERE jwt IS NOT NULL;
UPDATE certificate SET jwt = NULL, jwt_key = NULL
  WHERE jwt IS NOT NULL AND (SELECT COUNT(*) FROM badge_key k WHERE k.office_id = certificate.office_id) > 1;
CREATE INDEX certificate_signed ON certificate (office_id, jwt_key, id) WHERE jwt_key IS NOT NULL;
