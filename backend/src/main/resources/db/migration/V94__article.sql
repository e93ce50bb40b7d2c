-- What information officers tell about cooperation. The article itself holds where it stands; what it says is kept for each
-- edition, so that the public reads the last published one while the next is being written.
CREATE TABLE article (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	-- Empty after the person who wrote it has left the platform.
	owner_id BIGINT NULL,
	sample BOOLEAN NOT NULL,
	state VARCHAR(16) NOT NULL,
	-- The last published edition; 0 before the first.
	edition INT NOT NULL,
	-- Whether the public can read that edition.
	live BOOLEAN NOT NULL,
	remarks VARCHAR(2000) NULL,
	submitted_at DATETIME(6) NULL,
	review_by DATETIME(6) NULL,
	reminders INT NOT NULL,
	first_published_at DATETIME(6) NULL,
	published_at DATETIME(6) NULL,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL
);
CREATE INDEX article_owner ON article (owner_id);
CREATE INDEX article_state ON article (state, review_by);
CREATE INDEX article_live ON article (live, published_at);

-- Edition 0 is the manuscript that is being worked on.
CREATE TABLE article_content (
	article_id BIGINT NOT NULL,
	edition INT NOT NULL,
	kind VARCHAR(16) NOT NULL,
	form VARCHAR(16) NULL,
	organisation_id BIGINT NULL,
	title_zh VARCHAR(200) NULL,
	title_en VARCHAR(200) NULL,
	text_zh MEDIUMTEXT NULL,
	text_en MEDIUMTEXT NULL,
	-- Titles and texts without mark-up, in lower case: what a search for words looks at.
	plain MEDIUMTEXT NOT NULL,
	published_at DATETIME(6) NULL,
	-- Whoever published this edition.
	published_by BIGINT NULL,
	PRIMARY KEY (article_id, edition),
	CONSTRAINT article_content_article FOREIGN KEY (article_id) REFERENCES article (id)
);
CREATE INDEX article_content_organisation ON article_content (organisation_id);

-- Whom and what an edition is about, and the pictures it shows.
CREATE TABLE article_link (
	article_id BIGINT NOT NULL,
	edition INT NOT NULL,
	kind VARCHAR(16) NOT NULL,
	place INT NOT NULL,
	code VARCHAR(40) NULL,
	target_id BIGINT NULL,
	PRIMARY KEY (article_id, edition, kind, place),
	CONSTRAINT article_link_article FOREIGN KEY (article_id) REFERENCES article (id)
);
CREATE INDEX article_link_code ON article_link (kind, code);
CREATE INDEX article_link_target ON article_link (kind, target_id);

-- A picture as it was made anew from what was uploaded; the upload itself is not kept.
CREATE TABLE article_picture (
	picture_key VARCHAR(36) NOT NULL PRIMARY KEY,
	owner_id BIGINT NULL,
	media_type VARCHAR(20) NOT NULL,
	width INT NOT NULL,
	height INT NOT NULL,
	created_at DATETIME(6) NOT NULL
);

CREATE TABLE article_picture_size (
	picture_key VARCHAR(36) NOT NULL,
	width INT NOT NULL,
	content MEDIUMBLOB NOT NULL,
	PRIMARY KEY (picture_key, width),
	CONSTRAINT article_picture_size_picture FOREIGN KEY (picture_key) REFERENCES article_picture (picture_key)
);
