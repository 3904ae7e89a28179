-- The last case of a service, for suggesting its class.
CREATE INDEX case_file_by_service ON case_file (office_id, service_id, id) WHERE service_id IS NOT NULL;
