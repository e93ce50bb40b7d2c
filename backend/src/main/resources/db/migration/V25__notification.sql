-- Mail that waits to be sent, and that some was. next_attempt_at is empty once a mail is sent or given up.
CREATE TABLE mail_outbox (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recipient       VARCHAR(254) NOT NULL,
  language        VARCHAR(10)  NOT NULL,
  subject         VARCHAR(500) NOT NULL,
  body            MEDIUMTEXT   NOT NULL,
  link            VARCHAR(500),
  created_at      DATETIME(6)  NOT NULL,
  attempts        INT          NOT NULL,
  next_attempt_at DATETIME(6),
  sent_at         DATETIME(6),
  last_error      VARCHAR(500)
);
CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at);
CREATE INDEX mail_outbox_recipient ON mail_outbox (recipient);
