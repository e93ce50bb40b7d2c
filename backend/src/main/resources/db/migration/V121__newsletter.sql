-- What somebody wants to be told of from time to time: a search they saved, or topics they chose.
CREATE TABLE newsletter (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	-- Either an account or the address of a visitor.
	account_id BIGINT NULL,
	email VARCHAR(254) NULL,
	-- Of a visitor; an account has its own.
	language VARCHAR(10) NULL,
	source VARCHAR(16) NOT NULL,
	name VARCHAR(120) NOT NULL,
	-- As the page that shows it has it in its address.
	query VARCHAR(1000) NOT NULL,
	rhythm VARCHAR(10) NOT NULL,
	weekday INT NULL,
	state VARCHAR(10) NOT NULL,
	-- Stops this newsletter and opens nothing, so it is kept as it is: each issue carries it.
	stop_token VARCHAR(64) NOT NULL,
	-- Only the digest; gone once it was used.
	confirm_hash CHAR(64) NULL,
	confirm_until DATETIME(6) NULL,
	-- From which network it was asked for, as a digest: for counting.
	asked_from CHAR(64) NULL,
	-- What was new up to here has been told.
	covered_until DATETIME(6) NOT NULL,
	next_issue_at DATETIME(6) NULL,
	created_at DATETIME(6) NOT NULL,
	CONSTRAINT newsletter_stop UNIQUE (stop_token),
	CONSTRAINT newsletter_confirm UNIQUE (confirm_hash)
);
CREATE INDEX newsletter_account ON newsletter (account_id);
CREATE INDEX newsletter_email ON newsletter (email);
CREATE INDEX newsletter_due ON newsletter (next_issue_at);
CREATE INDEX newsletter_asked ON newsletter (created_at);
