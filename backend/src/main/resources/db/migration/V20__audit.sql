-- Entries are only ever added. What may name a person stands in audit_detail, which can be erased;
-- the chain of hashes runs over its digest.
CREATE TABLE audit_entry (
  id            BIGINT       NOT NULL PRIMARY KEY,
  happened_at   DATETIME(6)  NOT NULL,
  actor_id      BIGINT,
  action        VARCHAR(80)  NOT NULL,
  kind          VARCHAR(40)  NOT NULL,
  subject_id    VARCHAR(80),
  detail_hash   CHAR(64)     NOT NULL,
  previous_hash CHAR(64)     NOT NULL,
  hash          CHAR(64)     NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (kind, subject_id);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id);
CREATE INDEX audit_entry_action ON audit_entry (action);
CREATE INDEX audit_entry_time ON audit_entry (happened_at);

CREATE TABLE audit_detail (
  entry_id    BIGINT      NOT NULL PRIMARY KEY,
  salt        CHAR(32)    NOT NULL,
  ip          VARCHAR(45),
  before_json MEDIUMTEXT,
  after_json  MEDIUMTEXT
);

-- The end of the chain: one row, locked by whoever adds an entry.
CREATE TABLE audit_head (
  id      INT      NOT NULL PRIMARY KEY,
  last_id BIGINT   NOT NULL,
  hash    CHAR(64) NOT NULL
);
INSERT INTO audit_head (id, last_id, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
