-- People whom the owner of a need wants to remember, with a note for colleagues.
CREATE TABLE shortlist_entry (
	demand_id BIGINT NOT NULL,
	expert_id BIGINT NOT NULL,
	note VARCHAR(2000) NOT NULL,
	-- Empty after that person has left the platform.
	added_by BIGINT NULL,
	added_at DATETIME(6) NOT NULL,
	PRIMARY KEY (demand_id, expert_id),
	CONSTRAINT shortlist_entry_demand FOREIGN KEY (demand_id) REFERENCES demand (id) ON DELETE CASCADE
);
CREATE INDEX shortlist_entry_expert ON shortlist_entry (expert_id);
