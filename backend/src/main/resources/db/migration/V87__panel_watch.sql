-- Which panels are checked again when facts change, and when their organiser was told and looked.
CREATE TABLE panel_watch (
	panel_id BIGINT NOT NULL PRIMARY KEY,
	-- As it was when it was first looked at: what an edit of the panel itself finds is no news.
	panel_version INT NOT NULL,
	-- Everybody is to be checked again, not only those whose profiles changed.
	due BOOLEAN NOT NULL,
	checked_at DATETIME(6) NOT NULL,
	told_at DATETIME(6),
	seen_at DATETIME(6) NOT NULL,
	CONSTRAINT panel_watch_panel FOREIGN KEY (panel_id) REFERENCES panel (id) ON DELETE CASCADE
);

-- What is known of people and the parties of a panel. Nothing is seen that was found since somebody looked.
CREATE TABLE panel_watch_finding (
	panel_id BIGINT NOT NULL,
	expert_id BIGINT NOT NULL,
	finding VARCHAR(64) NOT NULL,
	rule_code VARCHAR(40) NOT NULL,
	item BIGINT NOT NULL,
	found_at DATETIME(6) NOT NULL,
	seen_at DATETIME(6),
	gone_at DATETIME(6),
	PRIMARY KEY (panel_id, expert_id, finding),
	CONSTRAINT panel_watch_finding_watch FOREIGN KEY (panel_id) REFERENCES panel_watch (panel_id) ON DELETE CASCADE
);
CREATE INDEX panel_watch_finding_expert ON panel_watch_finding (expert_id);
CREATE INDEX panel_watch_finding_seen ON panel_watch_finding (seen_at, panel_id);

-- Whose profile changed and was not yet looked at; 0 if it is everybody's concern. Rows are deleted once they were.
CREATE TABLE panel_watch_change (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	expert_id BIGINT NOT NULL
);

-- Who sits on a panel is sealed: to whom such a mail goes is nobody's concern who looks after the mail.
ALTER TABLE mail_outbox ADD COLUMN sealed BOOLEAN DEFAULT FALSE NOT NULL;
