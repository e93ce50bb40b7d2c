-- What people are counted by, one narrow row for each person whatever their state: their tables of codes have several rows for
-- each, and reading those of everybody takes seconds. Codes stand side by side with a space between them. Whether somebody is
-- published, and what they show, is kept where it always was and asked there.
CREATE TABLE expert_counted (
	expert_id BIGINT NOT NULL PRIMARY KEY,
	-- Where they work now, if it is an organisation of the register.
	organisation_id BIGINT NULL,
	industries VARCHAR(4000) NOT NULL,
	countries VARCHAR(1000) NOT NULL,
	languages VARCHAR(1000) NOT NULL,
	CONSTRAINT expert_counted_expert FOREIGN KEY (expert_id) REFERENCES expert (id) ON DELETE CASCADE
);
-- Who is published, and since when, in the order of their numbers.
CREATE INDEX expert_published_in_order ON expert (state, id, published_at);
CREATE INDEX expert_counted_organisation ON expert_counted (organisation_id);

INSERT INTO expert_counted (expert_id, organisation_id, industries, countries, languages)
SELECT e.id,
	(SELECT a.organisation_id FROM expert_affiliation a WHERE a.expert_id = e.id AND a.pos = 0),
	COALESCE((SELECT GROUP_CONCAT(i.industry ORDER BY i.industry SEPARATOR ' ') FROM expert_industry i
		WHERE i.expert_id = e.id), ''),
	COALESCE((SELECT GROUP_CONCAT(DISTINCT c.country ORDER BY c.country SEPARATOR ' ') FROM expert_country c
		WHERE c.expert_id = e.id), ''),
	COALESCE((SELECT GROUP_CONCAT(l.language_code ORDER BY l.language_code SEPARATOR ' ') FROM expert_language l
		WHERE l.expert_id = e.id), '')
FROM expert e;
