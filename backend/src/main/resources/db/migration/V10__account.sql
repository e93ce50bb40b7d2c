CREATE TABLE account (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version         INT          NOT NULL,
  -- always in lower case
  email           VARCHAR(254) NOT NULL,
  -- empty until an invited person sets one
  password_hash   VARCHAR(255),
  display_name    VARCHAR(200) NOT NULL,
  language        VARCHAR(10)  NOT NULL,
  city            VARCHAR(40),
  organisation_id BIGINT,
  locked          BOOLEAN      NOT NULL,
  sample          BOOLEAN      NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  last_sign_in_at DATETIME(6),
  CONSTRAINT account_email UNIQUE (email)
);

CREATE TABLE account_role (
  account_id BIGINT      NOT NULL,
  role       VARCHAR(30) NOT NULL,
  PRIMARY KEY (account_id, role),
  CONSTRAINT account_role_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- What somebody asked for before their address was confirmed. Each request is confirmed with its own
-- data, so that a second one, perhaps by somebody else, cannot slip other data under the first link.
CREATE TABLE registration (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash        CHAR(64)     NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  email             VARCHAR(254) NOT NULL,
  password_hash     VARCHAR(255) NOT NULL,
  display_name      VARCHAR(200) NOT NULL,
  language          VARCHAR(10)  NOT NULL,
  organisation_name VARCHAR(300),
  expires_at        DATETIME(6)  NOT NULL,
  CONSTRAINT registration_token UNIQUE (token_hash)
);
CREATE INDEX registration_email ON registration (email);
CREATE INDEX registration_expiry ON registration (expires_at);

-- Links by which the owner of an address sets a password. Only the digest is kept.
CREATE TABLE password_link (
  token_hash CHAR(64)    NOT NULL PRIMARY KEY,
  account_id BIGINT      NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  CONSTRAINT password_link_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX password_link_expiry ON password_link (expires_at);

-- Personal access tokens of scripts. Only the digest is kept.
CREATE TABLE access_token (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id   BIGINT       NOT NULL,
  name         VARCHAR(100) NOT NULL,
  token_hash   CHAR(64)     NOT NULL,
  scopes       VARCHAR(100) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  last_used_at DATETIME(6),
  expires_on   DATE         NOT NULL,
  CONSTRAINT access_token_hash UNIQUE (token_hash),
  CONSTRAINT access_token_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- Counts attempts, per account and per address; what is counted is kept as a digest.
CREATE TABLE attempt (
  subject       VARCHAR(120) NOT NULL PRIMARY KEY,
  failures      INT          NOT NULL,
  last_at       DATETIME(6)  NOT NULL,
  blocked_until DATETIME(6)
);
CREATE INDEX attempt_time ON attempt (last_at);
