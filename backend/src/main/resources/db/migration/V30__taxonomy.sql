-- The small vocabularies. "shipped" is the fingerprint of what the program brought last, "edited" says that an administrator
-- has taken the entry over, so that a new version of the program leaves it alone.
CREATE TABLE vocabulary_term (
	scheme VARCHAR(40) NOT NULL,
	code VARCHAR(80) NOT NULL,
	position INT NOT NULL,
	zh VARCHAR(300),
	en VARCHAR(300),
	note_zh VARCHAR(1000),
	note_en VARCHAR(1000),
	source VARCHAR(100),
	retired BOOLEAN NOT NULL,
	edited BOOLEAN NOT NULL,
	shipped VARCHAR(64),
	version INT NOT NULL,
	PRIMARY KEY (scheme, code)
);

CREATE TABLE vocabulary_fact (
	scheme VARCHAR(40) NOT NULL,
	code VARCHAR(80) NOT NULL,
	name VARCHAR(40) NOT NULL,
	position INT NOT NULL,
	fact VARCHAR(300) NOT NULL,
	PRIMARY KEY (scheme, code, name, position),
	FOREIGN KEY (scheme, code) REFERENCES vocabulary_term (scheme, code)
);

CREATE TABLE concept (
	code VARCHAR(80) NOT NULL PRIMARY KEY,
	zh VARCHAR(200) NOT NULL,
	en VARCHAR(200) NOT NULL,
	retired BOOLEAN NOT NULL,
	edited BOOLEAN NOT NULL,
	shipped VARCHAR(64),
	version INT NOT NULL
);

CREATE TABLE concept_alternative (
	code VARCHAR(80) NOT NULL,
	language VARCHAR(2) NOT NULL,
	position INT NOT NULL,
	term VARCHAR(200) NOT NULL,
	PRIMARY KEY (code, language, position),
	FOREIGN KEY (code) REFERENCES concept (code)
);

CREATE TABLE concept_broader (
	code VARCHAR(80) NOT NULL,
	broader VARCHAR(80) NOT NULL,
	position INT NOT NULL,
	PRIMARY KEY (code, broader),
	FOREIGN KEY (code) REFERENCES concept (code),
	FOREIGN KEY (broader) REFERENCES concept (code)
);

CREATE TABLE concept_industry (
	code VARCHAR(80) NOT NULL,
	industry VARCHAR(80) NOT NULL,
	position INT NOT NULL,
	PRIMARY KEY (code, industry),
	FOREIGN KEY (code) REFERENCES concept (code)
);

-- One row: locked while vocabularies or thesaurus are edited, so that no two edits can each be right and together be wrong.
-- "shipped" is the fingerprint of all that the program brought last.
CREATE TABLE taxonomy_state (
	id INT NOT NULL PRIMARY KEY,
	shipped VARCHAR(64)
);
INSERT INTO taxonomy_state (id, shipped) VALUES (1, NULL);
