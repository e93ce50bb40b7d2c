-- What is told to somebody who has an account. A row is shown in the application, waits for the daily mail, or both.
CREATE TABLE notice (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	account_id BIGINT NOT NULL,
	topic VARCHAR(20) NOT NULL,
	title VARCHAR(500) NOT NULL,
	body MEDIUMTEXT NOT NULL,
	link VARCHAR(500) NULL,
	-- To whom it went is nobody else's concern, also when it goes into a mail.
	sealed BOOLEAN NOT NULL,
	shown BOOLEAN NOT NULL,
	created_at DATETIME(6) NOT NULL,
	read_at DATETIME(6) NULL,
	-- When it goes into the daily mail; empty if it does not, or did already.
	digest_at DATETIME(6) NULL
);
CREATE INDEX notice_account ON notice (account_id, shown, read_at);
CREATE INDEX notice_digest ON notice (digest_at);
CREATE INDEX notice_age ON notice (created_at);

-- By which clock somebody lives, and when they do not want mail; minutes of the day. No row: as everybody.
CREATE TABLE notice_settings (
	account_id BIGINT NOT NULL PRIMARY KEY,
	version INT NOT NULL,
	time_zone VARCHAR(60) NULL,
	quiet_from INT NULL,
	quiet_to INT NULL
);

CREATE TABLE notice_choice (
	account_id BIGINT NOT NULL,
	topic VARCHAR(20) NOT NULL,
	in_app BOOLEAN NOT NULL,
	mail VARCHAR(10) NOT NULL,
	PRIMARY KEY (account_id, topic)
);

-- Further lines of a mail's head, such as how to stop a newsletter.
ALTER TABLE mail_outbox ADD COLUMN headers VARCHAR(2000) NULL;
