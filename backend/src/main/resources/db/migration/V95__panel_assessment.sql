-- What the organiser says, after a panel, of how somebody served on it. It hangs on the invitation, so it follows the person
-- when two profiles become one. The first marks stay on file when a ruling changes them.
CREATE TABLE panel_assessment (
	invitation_id BIGINT NOT NULL PRIMARY KEY,
	panel_id BIGINT NOT NULL,
	marks LONGTEXT NOT NULL,
	remark VARCHAR(2000),
	assessed_by BIGINT NOT NULL,
	assessed_at DATETIME(6) NOT NULL,
	-- What the person has against it.
	contest VARCHAR(2000),
	contested_at DATETIME(6),
	verdict VARCHAR(20),
	ruled_marks LONGTEXT,
	ruling_reason VARCHAR(2000),
	ruled_by BIGINT,
	ruled_at DATETIME(6),
	CONSTRAINT panel_assessment_invitation FOREIGN KEY (invitation_id) REFERENCES panel_invitation (id),
	CONSTRAINT panel_assessment_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
CREATE INDEX panel_assessment_panel_id ON panel_assessment (panel_id);
CREATE INDEX panel_assessment_assessed_at ON panel_assessment (assessed_at);

-- When the organiser was told that assessments are due.
ALTER TABLE panel_review ADD COLUMN assessment_reminded_at DATETIME(6);
-- The panels of before this was asked are assessed by whoever wants to; nobody is reminded of them.
UPDATE panel_review SET assessment_reminded_at = settled_at WHERE settled_at IS NOT NULL;
