-- Backups are few among many entries; the operator sees the last one on every start page.
CREATE INDEX audit_event_backup ON audit_event (at) WHERE action = 'backup.made';
