-- What is wanted is read and written as a whole, so it is one text in JSON; what is asked for by itself has columns.
CREATE TABLE panel (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	title VARCHAR(300) NOT NULL,
	panel_use VARCHAR(80) NOT NULL,
	-- The pack of rules that it began with.
	rules INT NOT NULL,
	content LONGTEXT NOT NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL
);

-- Who does what. Nobody does two things on one panel.
CREATE TABLE panel_duty (
	panel_id BIGINT NOT NULL,
	duty VARCHAR(20) NOT NULL,
	account_id BIGINT NOT NULL,
	PRIMARY KEY (panel_id, duty),
	CONSTRAINT panel_duty_once UNIQUE (panel_id, account_id),
	CONSTRAINT panel_duty_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
CREATE INDEX panel_duty_account ON panel_duty (account_id);

-- What an officer decided on a finding that the rules leave to them.
CREATE TABLE panel_ruling (
	panel_id BIGINT NOT NULL,
	expert_id BIGINT NOT NULL,
	-- What was ruled on: if it changes, the ruling does not cover it.
	finding VARCHAR(64) NOT NULL,
	may_serve BOOLEAN NOT NULL,
	reason VARCHAR(2000) NOT NULL,
	ruled_by BIGINT NOT NULL,
	ruled_at DATETIME(6) NOT NULL,
	PRIMARY KEY (panel_id, expert_id, finding),
	CONSTRAINT panel_ruling_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);

-- Each draw of a panel stays on file, also one that is void.
CREATE TABLE panel_draw (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	state VARCHAR(20) NOT NULL,
	-- A second draw that counts cannot be begun: a void one has none here.
	standing INT,
	list_json LONGTEXT,
	list_hash VARCHAR(64),
	opened_at DATETIME(6) NOT NULL,
	frozen_at DATETIME(6),
	transcript LONGTEXT,
	void_reason VARCHAR(2000),
	void_asked_by BIGINT,
	void_asked_at DATETIME(6),
	void_approved_by BIGINT,
	void_approved_at DATETIME(6),
	PRIMARY KEY (panel_id, number),
	CONSTRAINT panel_draw_standing UNIQUE (panel_id, standing),
	CONSTRAINT panel_draw_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);

-- The officers of a draw, as they were named then.
CREATE TABLE panel_draw_officer (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	place INT NOT NULL,
	account_id BIGINT NOT NULL,
	name VARCHAR(200) NOT NULL,
	role VARCHAR(40) NOT NULL,
	commitment VARCHAR(64),
	committed_at DATETIME(6),
	secret VARCHAR(64),
	revealed_at DATETIME(6),
	PRIMARY KEY (panel_id, number, place),
	CONSTRAINT panel_draw_officer_draw FOREIGN KEY (panel_id, number) REFERENCES panel_draw (panel_id, number)
);

-- Who was given a seat.
CREATE TABLE panel_member (
	panel_id BIGINT NOT NULL,
	draw INT NOT NULL,
	expert_id BIGINT NOT NULL,
	seated_at DATETIME(6) NOT NULL,
	PRIMARY KEY (panel_id, expert_id),
	CONSTRAINT panel_member_draw FOREIGN KEY (panel_id, draw) REFERENCES panel_draw (panel_id, number)
);
CREATE INDEX panel_member_expert ON panel_member (expert_id, seated_at);
