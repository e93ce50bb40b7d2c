-- A tie that somebody has, as they declared it or an officer heard of it. None is ever deleted: it ends, or turns out to be
-- a mistake, and stays on file.
CREATE TABLE interest (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	expert_id BIGINT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	-- To somebody with a profile, to somebody by name, or to an organisation; somebody by name may work at one.
	person_id BIGINT,
	person_name VARCHAR(200),
	organisation_id BIGINT,
	organisation_name VARCHAR(300),
	words VARCHAR(1000),
	since_year INT,
	until_year INT,
	declared_at DATETIME(6) NOT NULL,
	ended_at DATETIME(6),
	mistaken BOOLEAN NOT NULL,
	-- What an officer heard of counts for one panel only, and says where it is from.
	panel_id BIGINT,
	noted_by BIGINT,
	source VARCHAR(1000),
	contest VARCHAR(1000),
	contested_at DATETIME(6)
);
CREATE INDEX interest_expert ON interest (expert_id);
CREATE INDEX interest_person ON interest (person_id);

-- Each time candidates of a panel were asked to declare.
CREATE TABLE panel_asking (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	asked_by BIGINT NOT NULL,
	asked_at DATETIME(6) NOT NULL,
	answer_by DATETIME(6) NOT NULL,
	message VARCHAR(2000),
	-- Numbers of the items whose titles are not told, in JSON.
	confidential VARCHAR(400) NOT NULL,
	people INT NOT NULL,
	mailed INT NOT NULL,
	PRIMARY KEY (panel_id, number),
	CONSTRAINT panel_asking_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);

-- Who was asked.
CREATE TABLE panel_declaration (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	panel_id BIGINT NOT NULL,
	expert_id BIGINT NOT NULL,
	-- The last time.
	asking INT NOT NULL,
	asked_at DATETIME(6) NOT NULL,
	mail_id BIGINT,
	CONSTRAINT panel_declaration_once UNIQUE (panel_id, expert_id),
	CONSTRAINT panel_declaration_asking FOREIGN KEY (panel_id, asking) REFERENCES panel_asking (panel_id, number)
);
CREATE INDEX panel_declaration_expert ON panel_declaration (expert_id);

-- Every answer. The last one holds; those before stay on file.
CREATE TABLE panel_declaration_answer (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	declaration_id BIGINT NOT NULL,
	unwilling BOOLEAN NOT NULL,
	note VARCHAR(1000),
	-- A digest of the items and parties that were answered about: an answer holds for nothing else.
	shown VARCHAR(64) NOT NULL,
	answered_at DATETIME(6) NOT NULL,
	CONSTRAINT panel_declaration_answer_of FOREIGN KEY (declaration_id) REFERENCES panel_declaration (id)
);

-- The ties of an answer: to an item, or to one of its parties.
CREATE TABLE panel_declared_tie (
	answer_id BIGINT NOT NULL,
	place INT NOT NULL,
	item INT NOT NULL,
	organisation_id BIGINT,
	organisation_name VARCHAR(300),
	kind VARCHAR(20) NOT NULL,
	words VARCHAR(1000),
	PRIMARY KEY (answer_id, place),
	CONSTRAINT panel_declared_tie_answer FOREIGN KEY (answer_id) REFERENCES panel_declaration_answer (id)
);

-- What opens a declaration without an account: only digests, several if it was mailed several times.
CREATE TABLE panel_declaration_token (
	token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
	declaration_id BIGINT NOT NULL,
	CONSTRAINT panel_declaration_token_of FOREIGN KEY (declaration_id) REFERENCES panel_declaration (id)
);

-- Ties among those who could be drawn, as known when the list was frozen.
CREATE TABLE panel_draw_tie (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	one BIGINT NOT NULL,
	other BIGINT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	PRIMARY KEY (panel_id, number, one, other, kind),
	CONSTRAINT panel_draw_tie_draw FOREIGN KEY (panel_id, number) REFERENCES panel_draw (panel_id, number)
);
