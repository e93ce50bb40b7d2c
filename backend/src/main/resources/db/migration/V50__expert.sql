-- Experts. What is counted or searched by the analyses stands in columns and rows of its own, never in a document.
-- Times are UTC. A row whose merged_into is set is only a signpost: its contents moved to the other expert.

CREATE TABLE expert (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	state VARCHAR(20) NOT NULL,
	sample BOOLEAN NOT NULL DEFAULT FALSE,
	account_id BIGINT NULL,
	merged_into BIGINT NULL,
	name_zh VARCHAR(100) NULL,
	name_latin VARCHAR(200) NULL,
	name_native VARCHAR(200) NULL,
	title_level VARCHAR(40) NULL,
	title_zh VARCHAR(100) NULL,
	title_en VARCHAR(200) NULL,
	summary_zh MEDIUMTEXT NULL,
	summary_en MEDIUMTEXT NULL,
	residence VARCHAR(2) NULL,
	nationality VARCHAR(2) NULL,
	availability_status VARCHAR(20) NULL,
	availability_from DATE NULL,
	availability_note VARCHAR(1000) NULL,
	preferred_language VARCHAR(20) NULL,
	time_zone VARCHAR(60) NULL,
	contact_email VARCHAR(254) NULL,
	contact_phone VARCHAR(60) NULL,
	contact_other VARCHAR(1000) NULL,
	orcid VARCHAR(19) NULL,
	openalex VARCHAR(20) NULL,
	verification_status VARCHAR(20) NOT NULL,
	verification_on DATE NULL,
	verification_by BIGINT NULL,
	verification_remark VARCHAR(2000) NULL,
	verification_asked_at DATETIME(6) NULL,
	published_at DATETIME(6) NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL,
	CONSTRAINT expert_account UNIQUE (account_id),
	CONSTRAINT expert_merged_into FOREIGN KEY (merged_into) REFERENCES expert (id)
);
CREATE INDEX expert_state ON expert (state, id);
CREATE INDEX expert_orcid ON expert (orcid);
CREATE INDEX expert_openalex ON expert (openalex);
CREATE INDEX expert_email ON expert (contact_email);
CREATE INDEX expert_verification ON expert (verification_status, verification_asked_at);

CREATE TABLE expert_other_name (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	name VARCHAR(200) NOT NULL,
	PRIMARY KEY (expert_id, pos),
	CONSTRAINT expert_other_name_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);

-- Normalised forms of every name, to find likely duplicates.
CREATE TABLE expert_name_key (
	expert_id BIGINT NOT NULL,
	name_key VARCHAR(200) NOT NULL,
	PRIMARY KEY (expert_id, name_key),
	CONSTRAINT expert_name_key_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_name_key_key ON expert_name_key (name_key);

CREATE TABLE expert_affiliation (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	organisation_id BIGINT NULL,
	name_zh VARCHAR(300) NULL,
	name_en VARCHAR(300) NULL,
	country VARCHAR(2) NULL,
	from_year INT NULL,
	to_year INT NULL,
	role VARCHAR(300) NULL,
	PRIMARY KEY (expert_id, pos),
	CONSTRAINT expert_affiliation_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_affiliation_organisation ON expert_affiliation (organisation_id);

CREATE TABLE expert_degree (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	degree_level VARCHAR(100) NULL,
	field VARCHAR(200) NULL,
	institution VARCHAR(300) NULL,
	country VARCHAR(2) NULL,
	degree_year INT NULL,
	PRIMARY KEY (expert_id, pos),
	CONSTRAINT expert_degree_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);

CREATE TABLE expert_domain (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	concept VARCHAR(100) NOT NULL,
	PRIMARY KEY (expert_id, concept),
	CONSTRAINT expert_domain_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_domain_concept ON expert_domain (concept);

CREATE TABLE expert_free_domain (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	term VARCHAR(200) NOT NULL,
	PRIMARY KEY (expert_id, pos),
	CONSTRAINT expert_free_domain_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);

CREATE TABLE expert_industry (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	industry VARCHAR(40) NOT NULL,
	PRIMARY KEY (expert_id, industry),
	CONSTRAINT expert_industry_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_industry_industry ON expert_industry (industry);

CREATE TABLE expert_language (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	language_code VARCHAR(20) NOT NULL,
	language_level VARCHAR(10) NOT NULL,
	PRIMARY KEY (expert_id, language_code),
	CONSTRAINT expert_language_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_language_code ON expert_language (language_code, language_level);

CREATE TABLE expert_country (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	country VARCHAR(2) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	from_year INT NULL,
	to_year INT NULL,
	note VARCHAR(500) NULL,
	PRIMARY KEY (expert_id, pos),
	CONSTRAINT expert_country_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_country_country ON expert_country (country, kind);

CREATE TABLE expert_competence (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	competence VARCHAR(40) NOT NULL,
	PRIMARY KEY (expert_id, competence),
	CONSTRAINT expert_competence_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_competence_competence ON expert_competence (competence);

CREATE TABLE expert_offer (
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	offer VARCHAR(40) NOT NULL,
	PRIMARY KEY (expert_id, offer),
	CONSTRAINT expert_offer_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);

CREATE TABLE expert_evidence (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	expert_id BIGINT NOT NULL,
	pos INT NOT NULL,
	kind VARCHAR(40) NOT NULL,
	title VARCHAR(1000) NOT NULL,
	abstract_text MEDIUMTEXT NULL,
	evidence_year INT NULL,
	language_code VARCHAR(20) NULL,
	doi VARCHAR(255) NULL,
	openalex VARCHAR(20) NULL,
	CONSTRAINT expert_evidence_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_evidence_of ON expert_evidence (expert_id, pos);
CREATE INDEX expert_evidence_doi ON expert_evidence (doi);
CREATE INDEX expert_evidence_kind ON expert_evidence (kind, evidence_year);

CREATE TABLE expert_evidence_with (
	evidence_id BIGINT NOT NULL,
	pos INT NOT NULL,
	name VARCHAR(200) NOT NULL,
	PRIMARY KEY (evidence_id, pos),
	CONSTRAINT expert_evidence_with_evidence FOREIGN KEY (evidence_id) REFERENCES expert_evidence (id)
);

-- For each group of fields: where it came from, when it was last confirmed, who may see it.
CREATE TABLE expert_group (
	expert_id BIGINT NOT NULL,
	field_group VARCHAR(20) NOT NULL,
	source VARCHAR(40) NOT NULL,
	confirmed_on DATE NULL,
	visibility VARCHAR(20) NOT NULL,
	PRIMARY KEY (expert_id, field_group),
	CONSTRAINT expert_group_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);
CREATE INDEX expert_group_confirmed ON expert_group (field_group, confirmed_on);

-- What the person took out of the profile: an import must not bring it back.
CREATE TABLE expert_exclusion (
	expert_id BIGINT NOT NULL,
	item_key VARCHAR(300) NOT NULL,
	PRIMARY KEY (expert_id, item_key),
	CONSTRAINT expert_exclusion_expert FOREIGN KEY (expert_id) REFERENCES expert (id)
);

-- Two profiles that may be one person; expert_a < expert_b. A dismissed pair stays, so that it is not asked again.
CREATE TABLE expert_duplicate (
	expert_a BIGINT NOT NULL,
	expert_b BIGINT NOT NULL,
	certainty VARCHAR(10) NOT NULL,
	reasons VARCHAR(200) NOT NULL,
	state VARCHAR(12) NOT NULL,
	decided_by BIGINT NULL,
	decided_at DATETIME(6) NULL,
	PRIMARY KEY (expert_a, expert_b),
	CONSTRAINT expert_duplicate_a FOREIGN KEY (expert_a) REFERENCES expert (id),
	CONSTRAINT expert_duplicate_b FOREIGN KEY (expert_b) REFERENCES expert (id)
);
CREATE INDEX expert_duplicate_state ON expert_duplicate (state, certainty);
CREATE INDEX expert_duplicate_other ON expert_duplicate (expert_b);

-- Fingerprints (SHA-256) of the identifiers of people who had themselves erased: an import must not bring them back.
CREATE TABLE expert_tombstone (
	fingerprint VARCHAR(64) NOT NULL PRIMARY KEY,
	erased_on DATE NOT NULL
);
