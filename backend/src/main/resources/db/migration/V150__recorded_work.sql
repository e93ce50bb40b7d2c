-- When something last stopped to count: what has counted once is never thrown away.
ALTER TABLE cooperation ADD COLUMN withdrawn_at DATETIME(6) NULL;

-- People are found by the projects that were recorded of them from now on: those of before are put into the index once.
INSERT INTO change_log (kind, subject_id, changed_at, attempts, not_before)
SELECT DISTINCT 'EXPERT', l.target_id, TIMESTAMP '2026-01-01 00:00:00', 0, TIMESTAMP '2026-01-01 00:00:00' FROM cooperation_link l
	JOIN cooperation c ON c.id = l.cooperation_id
WHERE l.kind = 'person' AND l.target_id IS NOT NULL AND c.recorded_at IS NOT NULL AND c.kind = 'PROJECT';
