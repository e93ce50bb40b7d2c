-- Somebody asks to act for an organisation that is there already.
CREATE TABLE organisation_join (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	organisation_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	message VARCHAR(1000),
	state VARCHAR(20) NOT NULL,
	-- The account while the request waits, empty afterwards: one at a time.
	waiting_account BIGINT,
	reason VARCHAR(1000),
	asked_at DATETIME(6) NOT NULL,
	decided_by BIGINT,
	decided_at DATETIME(6),
	CONSTRAINT organisation_join_waiting UNIQUE (waiting_account),
	FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
CREATE INDEX organisation_join_account ON organisation_join (account_id);
CREATE INDEX organisation_join_state ON organisation_join (state, asked_at);

-- Whether the organisation that a firm named at its registration is said to be there already.
ALTER TABLE registration ADD COLUMN joins BOOLEAN DEFAULT FALSE NOT NULL;
