CREATE TABLE organisation (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	version INT NOT NULL,
	name_zh VARCHAR(300),
	name_en VARCHAR(300),
	-- Unknown until somebody says it: nothing is assumed.
	country VARCHAR(2),
	city VARCHAR(80),
	host_kind VARCHAR(80),
	uscc VARCHAR(18),
	parent_id BIGINT,
	confirmed BOOLEAN NOT NULL,
	sample BOOLEAN NOT NULL,
	created_by BIGINT,
	created_at DATETIME(6) NOT NULL,
	updated_at DATETIME(6) NOT NULL,
	sort_key VARCHAR(700) NOT NULL,
	CONSTRAINT organisation_uscc UNIQUE (uscc),
	FOREIGN KEY (parent_id) REFERENCES organisation (id)
);
CREATE INDEX organisation_city ON organisation (city);

-- Every name under which it is known, in the forms in which it is looked for.
CREATE TABLE organisation_name (
	organisation_id BIGINT NOT NULL,
	position INT NOT NULL,
	alias BOOLEAN NOT NULL,
	name VARCHAR(300) NOT NULL,
	folded VARCHAR(300) NOT NULL,
	pinyin VARCHAR(700) NOT NULL,
	initials VARCHAR(300) NOT NULL,
	-- Without legal form and punctuation: two organisations that share it are probably one.
	likeness VARCHAR(300) NOT NULL,
	PRIMARY KEY (organisation_id, position),
	FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
CREATE INDEX organisation_name_likeness ON organisation_name (likeness);
