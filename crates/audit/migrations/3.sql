-- What a person did, and what others did with their account: for the copy of their own data.
CREATE INDEX audit_event_of_person ON audit_event (actor_person, at, id) WHERE actor_person IS NOT NULL;
CREATE INDEX audit_event_about_person ON audit_event (object_id, at, id) WHERE object_kind = 'person';
