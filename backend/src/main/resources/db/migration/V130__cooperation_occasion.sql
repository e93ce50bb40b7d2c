-- The author's own number for an entry, by which a later import finds it again.
ALTER TABLE cooperation ADD COLUMN own_reference VARCHAR(80) NULL;
ALTER TABLE cooperation ADD CONSTRAINT cooperation_own_reference UNIQUE (owner_id, kind, own_reference);
