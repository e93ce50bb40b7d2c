-- What a base meant to reach in a year and what it reached: figures and a note in JSON, read and written as a whole.
CREATE TABLE cooperation_year (
	cooperation_id BIGINT NOT NULL,
	report_year INT NOT NULL,
	version INT NOT NULL,
	content LONGTEXT NOT NULL,
	-- When it was handed in as the report of the year.
	reported_at DATETIME(6) NULL,
	reported_by BIGINT NULL,
	updated_at DATETIME(6) NOT NULL,
	PRIMARY KEY (cooperation_id, report_year),
	CONSTRAINT cooperation_year_cooperation FOREIGN KEY (cooperation_id) REFERENCES cooperation (id)
);
CREATE INDEX cooperation_year_reported ON cooperation_year (report_year, reported_at);

-- Whose editors were told that the report is late: once.
CREATE TABLE cooperation_year_late (
	cooperation_id BIGINT NOT NULL,
	report_year INT NOT NULL,
	told_at DATETIME(6) NOT NULL,
	PRIMARY KEY (cooperation_id, report_year),
	CONSTRAINT cooperation_year_late_cooperation FOREIGN KEY (cooperation_id) REFERENCES cooperation (id)
);
