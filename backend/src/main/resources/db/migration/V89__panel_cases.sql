-- Who could have followed on a seat and was not asked, with the codes of what stood in the way; of several looks the last one.
CREATE TABLE panel_passed_over (
	panel_id BIGINT NOT NULL,
	draw INT NOT NULL,
	stratum INT NOT NULL,
	seat INT NOT NULL,
	expert_id BIGINT NOT NULL,
	-- In the order of those who follow, from 0.
	place INT NOT NULL,
	reasons VARCHAR(400) NOT NULL,
	passed_at DATETIME(6) NOT NULL,
	PRIMARY KEY (panel_id, draw, stratum, seat, expert_id),
	CONSTRAINT panel_passed_over_draw FOREIGN KEY (panel_id, draw) REFERENCES panel_draw (panel_id, number)
);
CREATE INDEX panel_passed_over_expert ON panel_passed_over (expert_id);

-- Why the organiser excused a member who came to have a conflict of interest.
ALTER TABLE panel_invitation ADD COLUMN excused_by BIGINT;
ALTER TABLE panel_invitation ADD COLUMN excuse VARCHAR(2000);

-- Each time somebody took over a duty for a panel.
CREATE TABLE panel_handover (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	panel_id BIGINT NOT NULL,
	duty VARCHAR(20) NOT NULL,
	from_account BIGINT NOT NULL,
	to_account BIGINT NOT NULL,
	by_account BIGINT NOT NULL,
	reason VARCHAR(2000) NOT NULL,
	handed_at DATETIME(6) NOT NULL,
	CONSTRAINT panel_handover_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
