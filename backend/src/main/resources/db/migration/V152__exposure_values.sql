-- How well somebody fulfilled each criterion on the day they were shown, 0 to 1; empty where the need did not ask for it, and for
-- days before this was kept.
ALTER TABLE exposure ADD COLUMN domain_value DOUBLE NULL;
ALTER TABLE exposure ADD COLUMN language_value DOUBLE NULL;
ALTER TABLE exposure ADD COLUMN country_value DOUBLE NULL;
ALTER TABLE exposure ADD COLUMN wishes_value DOUBLE NULL;
-- What the values were computed for: only those of one version of the need, seen by the same kind of reader, can be compared.
ALTER TABLE exposure ADD COLUMN demand_version INT NULL;
ALTER TABLE exposure ADD COLUMN audience VARCHAR(12) NULL;
