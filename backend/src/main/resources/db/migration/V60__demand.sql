-- A need that a firm or a city posts. What it asks for stands in rows, not in a document, because it will be counted.
CREATE TABLE demand (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	-- Empty after the person who posted it has left the platform; the organisation then still owns it.
	owner_id BIGINT NULL,
	organisation_id BIGINT NULL,
	sample BOOLEAN NOT NULL,
	kind VARCHAR(40) NOT NULL,
	title VARCHAR(200) NOT NULL,
	description MEDIUMTEXT NOT NULL,
	-- Language and confidentiality may be missing in a draft.
	language VARCHAR(8) NULL,
	city VARCHAR(40) NULL,
	-- In units of 10,000 yuan.
	budget_min INT NULL,
	budget_max INT NULL,
	deadline DATE NULL,
	confidentiality VARCHAR(16) NULL,
	state VARCHAR(16) NOT NULL,
	return_reason VARCHAR(2000) NULL,
	submitted_at DATETIME(6) NULL,
	published_at DATETIME(6) NULL,
	closed_at DATETIME(6) NULL,
	outcome VARCHAR(24) NULL,
	outcome_note VARCHAR(2000) NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL
);
CREATE INDEX demand_owner ON demand (owner_id);
CREATE INDEX demand_organisation ON demand (organisation_id);
CREATE INDEX demand_state_city ON demand (state, city);

CREATE TABLE demand_industry (
	demand_id BIGINT NOT NULL,
	place INT NOT NULL,
	code VARCHAR(40) NOT NULL,
	PRIMARY KEY (demand_id, place),
	CONSTRAINT demand_industry_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
CREATE INDEX demand_industry_code ON demand_industry (code);

-- Either a concept of the thesaurus or words of the firm's own.
CREATE TABLE demand_domain (
	demand_id BIGINT NOT NULL,
	place INT NOT NULL,
	code VARCHAR(100) NULL,
	words VARCHAR(200) NULL,
	required BOOLEAN NOT NULL,
	weight INT NOT NULL,
	PRIMARY KEY (demand_id, place),
	CONSTRAINT demand_domain_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
CREATE INDEX demand_domain_code ON demand_domain (code);

-- Either one country or a region of several.
CREATE TABLE demand_country (
	demand_id BIGINT NOT NULL,
	place INT NOT NULL,
	code VARCHAR(2) NULL,
	region VARCHAR(40) NULL,
	kind VARCHAR(40) NULL,
	required BOOLEAN NOT NULL,
	weight INT NOT NULL,
	PRIMARY KEY (demand_id, place),
	CONSTRAINT demand_country_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
CREATE INDEX demand_country_code ON demand_country (code);

CREATE TABLE demand_language (
	demand_id BIGINT NOT NULL,
	place INT NOT NULL,
	code VARCHAR(16) NOT NULL,
	level VARCHAR(8) NOT NULL,
	required BOOLEAN NOT NULL,
	weight INT NOT NULL,
	PRIMARY KEY (demand_id, place),
	CONSTRAINT demand_language_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);

CREATE TABLE demand_competence (
	demand_id BIGINT NOT NULL,
	place INT NOT NULL,
	code VARCHAR(40) NOT NULL,
	required BOOLEAN NOT NULL,
	weight INT NOT NULL,
	PRIMARY KEY (demand_id, place),
	CONSTRAINT demand_competence_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
