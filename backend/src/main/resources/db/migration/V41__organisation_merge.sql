-- A row whose merged_into is set is only a signpost: its names and everything that referred to it moved to the other.
ALTER TABLE organisation ADD COLUMN merged_into BIGINT;
ALTER TABLE organisation ADD CONSTRAINT organisation_merged_into FOREIGN KEY (merged_into) REFERENCES organisation (id);
