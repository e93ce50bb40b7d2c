-- How a panel reviews: what is asked, until when, and how far it has got. What is asked and concluded is read and written as a
-- whole, so each is one text in JSON.
CREATE TABLE panel_review (
	panel_id BIGINT NOT NULL PRIMARY KEY,
	version INT NOT NULL,
	setup LONGTEXT NOT NULL,
	due DATETIME(6) NOT NULL,
	created_at DATETIME(6) NOT NULL,
	opened_at DATETIME(6),
	closed_at DATETIME(6),
	-- What the organiser is writing.
	conclusion LONGTEXT,
	settle_asked_by BIGINT,
	settle_asked_at DATETIME(6),
	settle_refusal VARCHAR(2000),
	settled_by BIGINT,
	settled_at DATETIME(6),
	CONSTRAINT panel_review_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
CREATE INDEX panel_review_settled ON panel_review (settled_at);

-- What a member says about the items. It hangs on the invitation, so it counts as long as the seat is theirs and stays on file
-- when it is not.
CREATE TABLE panel_opinion (
	invitation_id BIGINT NOT NULL PRIMARY KEY,
	panel_id BIGINT NOT NULL,
	version INT NOT NULL,
	content LONGTEXT NOT NULL,
	saved_at DATETIME(6) NOT NULL,
	signed_at DATETIME(6),
	CONSTRAINT panel_opinion_invitation FOREIGN KEY (invitation_id) REFERENCES panel_invitation (id),
	CONSTRAINT panel_opinion_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
CREATE INDEX panel_opinion_panel_id ON panel_opinion (panel_id);

-- Minutes as they were given out. Those that were taken back stay on file with their signatures.
CREATE TABLE panel_minutes (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	content LONGTEXT NOT NULL,
	-- The figures they speak of.
	result LONGTEXT NOT NULL,
	given_at DATETIME(6) NOT NULL,
	sign_by DATETIME(6) NOT NULL,
	withdrawn_at DATETIME(6),
	withdrawn_reason VARCHAR(2000),
	PRIMARY KEY (panel_id, number),
	CONSTRAINT panel_minutes_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);

-- Who agrees with the minutes, and who does not and why.
CREATE TABLE panel_signature (
	panel_id BIGINT NOT NULL,
	number INT NOT NULL,
	invitation_id BIGINT NOT NULL,
	dissent LONGTEXT,
	signed_at DATETIME(6) NOT NULL,
	PRIMARY KEY (panel_id, number, invitation_id),
	CONSTRAINT panel_signature_minutes FOREIGN KEY (panel_id, number) REFERENCES panel_minutes (panel_id, number),
	CONSTRAINT panel_signature_invitation FOREIGN KEY (invitation_id) REFERENCES panel_invitation (id)
);

-- What a member was told by mail, so that nobody is told twice.
CREATE TABLE panel_notice (
	invitation_id BIGINT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	-- Of the minutes, or of the time that was set.
	about VARCHAR(40) NOT NULL,
	told_at DATETIME(6) NOT NULL,
	PRIMARY KEY (invitation_id, kind, about),
	CONSTRAINT panel_notice_invitation FOREIGN KEY (invitation_id) REFERENCES panel_invitation (id)
);

-- A list that everybody may read, as it was when it was published.
CREATE TABLE panel_publication (
	panel_id BIGINT NOT NULL PRIMARY KEY,
	title VARCHAR(300) NOT NULL,
	panel_use VARCHAR(80) NOT NULL,
	settled_at DATETIME(6) NOT NULL,
	published_by BIGINT NOT NULL,
	published_at DATETIME(6) NOT NULL,
	CONSTRAINT panel_publication_panel FOREIGN KEY (panel_id) REFERENCES panel (id)
);
CREATE INDEX panel_publication_at ON panel_publication (published_at);

CREATE TABLE panel_published_member (
	panel_id BIGINT NOT NULL,
	place INT NOT NULL,
	expert_id BIGINT NOT NULL,
	-- None once the person was erased.
	name VARCHAR(300),
	organisation_zh VARCHAR(300),
	organisation_en VARCHAR(300),
	selection VARCHAR(20) NOT NULL,
	PRIMARY KEY (panel_id, place),
	CONSTRAINT panel_published_member_list FOREIGN KEY (panel_id) REFERENCES panel_publication (panel_id)
);
CREATE INDEX panel_published_member_expert ON panel_published_member (expert_id);
