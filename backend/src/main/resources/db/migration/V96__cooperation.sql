-- Cooperation that took or takes place: projects and bases. What somebody is writing and what was recorded last are kept apart,
-- so that figures rest on what was reviewed. Both are read and written as a whole, so each is one text in JSON.
CREATE TABLE cooperation (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	kind VARCHAR(16) NOT NULL,
	-- Empty after the person who wrote it has left the platform.
	owner_id BIGINT NULL,
	sample BOOLEAN NOT NULL,
	state VARCHAR(16) NOT NULL,
	content LONGTEXT NOT NULL,
	remarks VARCHAR(2000) NULL,
	submitted_at DATETIME(6) NULL,
	recorded LONGTEXT NULL,
	recorded_at DATETIME(6) NULL,
	recorded_by BIGINT NULL,
	-- Of what was recorded.
	city VARCHAR(40) NULL,
	host_id BIGINT NULL,
	host_kind VARCHAR(40) NULL,
	channel VARCHAR(40) NULL,
	from_year INT NULL,
	to_year INT NULL,
	-- Titles in lower case: what a search for words looks at.
	plain VARCHAR(1000) NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL
);
CREATE INDEX cooperation_owner ON cooperation (owner_id);
CREATE INDEX cooperation_state ON cooperation (state, submitted_at);
CREATE INDEX cooperation_recorded ON cooperation (kind, recorded_at);
CREATE INDEX cooperation_city ON cooperation (city);

-- Of what was recorded: industries and countries by their codes, people and partner organisations by their numbers.
CREATE TABLE cooperation_link (
	cooperation_id BIGINT NOT NULL,
	kind VARCHAR(16) NOT NULL,
	place INT NOT NULL,
	code VARCHAR(40) NULL,
	target_id BIGINT NULL,
	PRIMARY KEY (cooperation_id, kind, place),
	CONSTRAINT cooperation_link_cooperation FOREIGN KEY (cooperation_id) REFERENCES cooperation (id)
);
CREATE INDEX cooperation_link_code ON cooperation_link (kind, code);
CREATE INDEX cooperation_link_target ON cooperation_link (kind, target_id);

-- Every version that was recorded.
CREATE TABLE cooperation_version (
	cooperation_id BIGINT NOT NULL,
	number INT NOT NULL,
	content LONGTEXT NOT NULL,
	recorded_at DATETIME(6) NOT NULL,
	recorded_by BIGINT NULL,
	PRIMARY KEY (cooperation_id, number),
	CONSTRAINT cooperation_version_cooperation FOREIGN KEY (cooperation_id) REFERENCES cooperation (id)
);
