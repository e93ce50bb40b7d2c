-- On which days somebody was shown in the ranking of a need. Who looked is not kept, so however often a ranking is opened on a
-- day, and by whomever, it counts once.
CREATE TABLE exposure (
	shown_on DATE NOT NULL,
	expert_id BIGINT NOT NULL,
	demand_id BIGINT NOT NULL,
	-- Whether among the first of the ranking.
	on_top BOOLEAN NOT NULL,
	PRIMARY KEY (shown_on, demand_id, expert_id),
	CONSTRAINT exposure_demand FOREIGN KEY (demand_id) REFERENCES demand (id) ON DELETE CASCADE
);
CREATE INDEX exposure_expert ON exposure (expert_id, shown_on);
