-- What comes of a need: a person was invited by its owner, or offered themselves, and how it went on. What ended stays on file.
CREATE TABLE engagement (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	demand_id BIGINT NOT NULL,
	expert_id BIGINT NOT NULL,
	sample BOOLEAN NOT NULL,
	-- Who began it, OWNER or PERSON; the account is empty after its holder has left.
	initiator VARCHAR(8) NOT NULL,
	initiator_account BIGINT NULL,
	state VARCHAR(16) NOT NULL,
	-- A need and a person have one that stands: an ended one has none here.
	standing INT NULL,
	message VARCHAR(2000) NULL,
	-- Whether the owner shows the person the full text of a confidential need.
	full_text BOOLEAN NOT NULL,
	-- Contacts are shown to the other side once both have agreed, which is to say named one.
	owner_name VARCHAR(200) NULL,
	owner_email VARCHAR(254) NULL,
	owner_other VARCHAR(300) NULL,
	owner_account BIGINT NULL,
	owner_agreed_at DATETIME(6) NULL,
	person_name VARCHAR(200) NULL,
	person_email VARCHAR(254) NULL,
	person_other VARCHAR(300) NULL,
	person_account BIGINT NULL,
	person_agreed_at DATETIME(6) NULL,
	exchanged_at DATETIME(6) NULL,
	reason VARCHAR(24) NULL,
	note VARCHAR(2000) NULL,
	ended_by VARCHAR(8) NULL,
	spoke_last VARCHAR(8) NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL,
	CONSTRAINT engagement_once UNIQUE (demand_id, expert_id, standing),
	CONSTRAINT engagement_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
CREATE INDEX engagement_expert ON engagement (expert_id);
CREATE INDEX engagement_state ON engagement (state);

-- Questions and answers that both sides see.
CREATE TABLE engagement_word (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	engagement_id BIGINT NOT NULL,
	side VARCHAR(8) NOT NULL,
	account_id BIGINT NULL,
	words VARCHAR(2000) NOT NULL,
	said_at DATETIME(6) NOT NULL,
	CONSTRAINT engagement_word_engagement FOREIGN KEY (engagement_id) REFERENCES engagement (id)
);

-- Every stage that somebody recorded, also those that were put right later.
CREATE TABLE engagement_stage (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	engagement_id BIGINT NOT NULL,
	state VARCHAR(16) NOT NULL,
	happened_on DATE NOT NULL,
	-- Whether it took an earlier record back.
	correction BOOLEAN NOT NULL,
	reason VARCHAR(24) NULL,
	note VARCHAR(2000) NULL,
	side VARCHAR(8) NULL,
	account_id BIGINT NULL,
	recorded_at DATETIME(6) NOT NULL,
	CONSTRAINT engagement_stage_engagement FOREIGN KEY (engagement_id) REFERENCES engagement (id)
);

CREATE TABLE engagement_feedback (
	engagement_id BIGINT NOT NULL,
	side VARCHAR(8) NOT NULL,
	communication INT NOT NULL,
	reliability INT NOT NULL,
	result INT NOT NULL,
	words VARCHAR(2000) NULL,
	account_id BIGINT NULL,
	given_at DATETIME(6) NOT NULL,
	PRIMARY KEY (engagement_id, side),
	CONSTRAINT engagement_feedback_engagement FOREIGN KEY (engagement_id) REFERENCES engagement (id)
);

-- What opens an engagement to its person without an account: only digests, one for each mail.
CREATE TABLE engagement_letter (
	token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
	engagement_id BIGINT NOT NULL,
	CONSTRAINT engagement_letter_engagement FOREIGN KEY (engagement_id) REFERENCES engagement (id)
);

-- What an officer thinks of a need: ready, to be refined, or a problem for the long run.
CREATE TABLE demand_triage (
	demand_id BIGINT NOT NULL PRIMARY KEY,
	version INT NOT NULL,
	verdict VARCHAR(16) NOT NULL,
	remarks VARCHAR(2000) NULL,
	decided_by BIGINT NULL,
	decided_at DATETIME(6) NOT NULL,
	CONSTRAINT demand_triage_demand FOREIGN KEY (demand_id) REFERENCES demand (id)
);
