-- How the people of a numbered selection come to their seats: by chance, or chosen directly.
ALTER TABLE panel_draw ADD COLUMN method VARCHAR(10) DEFAULT 'DRAWN' NOT NULL;

-- What a direct choice has that a draw has not. Who is on it, who follows, and what the solver said are read and written as a
-- whole, so they are one text in JSON.
CREATE TABLE panel_choice (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	reason VARCHAR(2000) NOT NULL,
	content LONGTEXT NOT NULL,
	proposed_by BIGINT NOT NULL,
	-- Who approved, refused or withdrew it.
	decided_by BIGINT,
	decided_at DATETIME(6),
	words VARCHAR(2000),
	PRIMARY KEY (panel_id, number),
	CONSTRAINT panel_choice_draw FOREIGN KEY (panel_id, number) REFERENCES panel_draw (panel_id, number)
);
