-- Why something last stopped to count; the remarks are on what is being written.
ALTER TABLE cooperation ADD COLUMN withdrawal VARCHAR(2000) NULL;

-- When a version stopped to count with nothing in its place: a base owes no report that was due while it was withdrawn.
ALTER TABLE cooperation_version ADD COLUMN withdrawn_at DATETIME(6) NULL;
UPDATE cooperation_version SET withdrawn_at = (
	SELECT c.withdrawn_at FROM cooperation c
	WHERE c.id = cooperation_version.cooperation_id AND c.withdrawn_at >= cooperation_version.recorded_at);

-- Who lists a recorded project as well was found by it twice: they are put into the index once more.
INSERT INTO change_log (kind, subject_id, changed_at, attempts, not_before)
SELECT DISTINCT 'EXPERT', l.target_id, TIMESTAMP '2026-01-01 00:00:00', 0, TIMESTAMP '2026-01-01 00:00:00' FROM cooperation_link l
	JOIN cooperation c ON c.id = l.cooperation_id
WHERE l.kind = 'person' AND l.target_id IS NOT NULL AND c.recorded_at IS NOT NULL AND c.kind = 'PROJECT';
