-- With which weights all rankings are made that have none of their own: every change, the last one holds. Before the first, those
-- that the platform comes with.
CREATE TABLE ranking_weights (
	version INT NOT NULL PRIMARY KEY,
	-- Per cent; together 100.
	domain_weight INT NOT NULL,
	language_weight INT NOT NULL,
	country_weight INT NOT NULL,
	wishes_weight INT NOT NULL,
	reason VARCHAR(1000) NOT NULL,
	-- The earlier version that was put back.
	restores INT NULL,
	-- The figures of the suggestion that was followed, as they were then; one text in JSON.
	basis LONGTEXT NULL,
	-- Empty after that person has left.
	set_by BIGINT NULL,
	set_at DATETIME(6) NOT NULL
);
