-- How many times trainers marked answers of an attempt or decided about late ones: a form made of an older state is refused.
ALTER TABLE attempt ADD COLUMN markings BIGINT NOT NULL DEFAULT 0;
