-- What changed and is not yet followed by the index. No cursor over ids: ids are given before the commit, so a late commit
-- would be missed. Rows are deleted once the index has them durably.
CREATE TABLE change_log (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	kind VARCHAR(20) NOT NULL,
	subject_id BIGINT NOT NULL,
	changed_at DATETIME(6) NOT NULL,
	attempts INT NOT NULL,
	not_before DATETIME(6) NOT NULL,
	last_error VARCHAR(1000)
);
CREATE INDEX change_log_due ON change_log (not_before, id);
CREATE INDEX change_log_subject ON change_log (kind, subject_id);
