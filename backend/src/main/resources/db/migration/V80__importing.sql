-- Imports run as jobs. cursor_pass and cursor_row are written in the same transaction as the rows they count,
-- so a job that was killed goes on exactly where its last committed rows ended.

CREATE TABLE import_job (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	kind VARCHAR(20) NOT NULL,
	file_name VARCHAR(255) NOT NULL,
	stored_name VARCHAR(100) NOT NULL,
	state VARCHAR(12) NOT NULL,
	publish BOOLEAN NOT NULL,
	total INT NULL,
	done INT NOT NULL DEFAULT 0,
	created_count INT NOT NULL DEFAULT 0,
	updated_count INT NOT NULL DEFAULT 0,
	unchanged_count INT NOT NULL DEFAULT 0,
	failed_count INT NOT NULL DEFAULT 0,
	cursor_pass INT NOT NULL DEFAULT 0,
	cursor_row INT NOT NULL DEFAULT 0,
	failure VARCHAR(60) NULL,
	created_by BIGINT NOT NULL,
	created_at DATETIME(6) NOT NULL,
	started_at DATETIME(6) NULL,
	finished_at DATETIME(6) NULL
);
CREATE INDEX import_job_state ON import_job (state, id);

-- A wrong row as it stood in the file (cells as a JSON array, or the line itself), to be mended and imported again.
CREATE TABLE import_wrong_row (
	job_id BIGINT NOT NULL,
	line INT NOT NULL,
	raw MEDIUMTEXT NOT NULL,
	PRIMARY KEY (job_id, line),
	CONSTRAINT import_wrong_row_job FOREIGN KEY (job_id) REFERENCES import_job (id)
);

CREATE TABLE import_error (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	job_id BIGINT NOT NULL,
	line INT NOT NULL,
	field VARCHAR(200) NOT NULL,
	code VARCHAR(60) NOT NULL,
	args VARCHAR(2000) NOT NULL,
	found VARCHAR(500) NULL,
	CONSTRAINT import_error_job FOREIGN KEY (job_id) REFERENCES import_job (id)
);
CREATE INDEX import_error_line ON import_error (job_id, line, id);

-- What each row of a source last said (SHA-256) and whom it belongs to: the same row again changes nothing.
CREATE TABLE import_record (
	kind VARCHAR(20) NOT NULL,
	source_key VARCHAR(200) NOT NULL,
	content_hash VARCHAR(64) NOT NULL,
	expert_id BIGINT NULL,
	PRIMARY KEY (kind, source_key)
);
CREATE INDEX import_record_expert ON import_record (expert_id);
