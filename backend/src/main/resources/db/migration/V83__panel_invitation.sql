-- Each time somebody was asked to take a seat. Who was asked before stays on file with what came of it.
CREATE TABLE panel_invitation (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	panel_id BIGINT NOT NULL,
	draw INT NOT NULL,
	-- The place of the stratum in the draw, from 0, and of the seat in it, from 1.
	stratum INT NOT NULL,
	seat INT NOT NULL,
	expert_id BIGINT NOT NULL,
	state VARCHAR(20) NOT NULL,
	-- A second invitation to the same seat, or of the same person, is not possible: an ended one has none here.
	standing INT,
	-- Whether somebody else has been sought for the seat.
	succession VARCHAR(20) NOT NULL,
	message VARCHAR(2000),
	mail_id BIGINT,
	invited_at DATETIME(6) NOT NULL,
	remind_at DATETIME(6) NOT NULL,
	reminded_at DATETIME(6),
	answer_by DATETIME(6) NOT NULL,
	-- When the person declared that they have no conflict of interest.
	declared_at DATETIME(6),
	ended_at DATETIME(6),
	reason VARCHAR(20),
	note VARCHAR(2000),
	not_until DATE,
	CONSTRAINT panel_invitation_seat UNIQUE (panel_id, draw, stratum, seat, standing),
	CONSTRAINT panel_invitation_once UNIQUE (panel_id, expert_id, standing),
	CONSTRAINT panel_invitation_draw FOREIGN KEY (panel_id, draw) REFERENCES panel_draw (panel_id, number)
);
CREATE INDEX panel_invitation_expert ON panel_invitation (expert_id);
CREATE INDEX panel_invitation_state ON panel_invitation (state, answer_by);
CREATE INDEX panel_invitation_succession ON panel_invitation (succession);
CREATE INDEX panel_invitation_not_until ON panel_invitation (not_until);

-- What opens an invitation without an account: only digests, several if it was mailed several times.
CREATE TABLE panel_invitation_token (
	token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
	invitation_id BIGINT NOT NULL,
	CONSTRAINT panel_invitation_token_invitation FOREIGN KEY (invitation_id) REFERENCES panel_invitation (id)
);
