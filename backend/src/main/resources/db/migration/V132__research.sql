-- Studies of the think tank and project guides. What is being written stands here; every published edition is kept.
CREATE TABLE research (
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
	-- The last published edition; 0 before the first.
	edition INT NOT NULL,
	live BOOLEAN NOT NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL
);
CREATE INDEX research_owner ON research (owner_id);
CREATE INDEX research_state ON research (state, submitted_at);
CREATE INDEX research_live ON research (kind, live);

CREATE TABLE research_edition (
	research_id BIGINT NOT NULL,
	number INT NOT NULL,
	content LONGTEXT NOT NULL,
	-- Title and text in lower case: what a search for words looks at.
	plain LONGTEXT NOT NULL,
	published_at DATETIME(6) NOT NULL,
	published_by BIGINT NULL,
	PRIMARY KEY (research_id, number),
	CONSTRAINT research_edition_research FOREIGN KEY (research_id) REFERENCES research (id)
);

-- Of the last edition: themes and files by their codes, people by their numbers.
CREATE TABLE research_link (
	research_id BIGINT NOT NULL,
	edition INT NOT NULL,
	kind VARCHAR(16) NOT NULL,
	place INT NOT NULL,
	code VARCHAR(40) NULL,
	target_id BIGINT NULL,
	PRIMARY KEY (research_id, kind, place),
	CONSTRAINT research_link_research FOREIGN KEY (research_id) REFERENCES research (id)
);
CREATE INDEX research_link_code ON research_link (kind, code);
CREATE INDEX research_link_target ON research_link (kind, target_id);

CREATE TABLE research_pdf (
	pdf_key VARCHAR(36) NOT NULL PRIMARY KEY,
	owner_id BIGINT NULL,
	file_name VARCHAR(300) NOT NULL,
	size INT NOT NULL,
	content MEDIUMBLOB NOT NULL,
	created_at DATETIME(6) NOT NULL
);
