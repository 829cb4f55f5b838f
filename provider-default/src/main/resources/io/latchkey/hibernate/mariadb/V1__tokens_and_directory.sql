-- MariaDB commits each statement by itself: each may run again, after a start that died on the way.
-- All texts are compared exactly, by case and without padding, whatever the database is set to.

-- Instants are microseconds since 1970-01-01T00:00:00Z: no native type keeps the years 1 to 9999 exactly
-- on all databases, whatever the time zones of JVM, session and server are.

-- The number of the last event of each owner of tokens. Its row is what concurrent changes queue for.
CREATE TABLE IF NOT EXISTS latchkey_event_counter (
    organization_id VARCHAR(200) NOT NULL,
    user_id         VARCHAR(200) NOT NULL,
    last_sequence   BIGINT       NOT NULL,
    PRIMARY KEY (organization_id, user_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS latchkey_token (
    token_id         BIGINT        NOT NULL,
    organization_id  VARCHAR(200)  NOT NULL,
    user_id          VARCHAR(200)  NOT NULL,
    event_sequence   BIGINT        NOT NULL,
    digest           VARBINARY(64) NOT NULL,
    digest_algorithm VARCHAR(40)   NOT NULL,
    digest_key_id    VARCHAR(40)   NOT NULL,
    creation_date    BIGINT        NOT NULL,
    change_date      BIGINT        NOT NULL,
    expiration_date  BIGINT        NOT NULL,
    last_use         BIGINT,
    -- Separated by one space, which no scope holds.
    scopes           MEDIUMTEXT    NOT NULL,
    name             VARCHAR(200),
    PRIMARY KEY (token_id),
    -- The value first: it alone tells nearly all rows apart.
    CONSTRAINT latchkey_token_digest_unique UNIQUE (digest, digest_algorithm, digest_key_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE INDEX IF NOT EXISTS latchkey_token_by_owner ON latchkey_token (user_id, organization_id);
CREATE INDEX IF NOT EXISTS latchkey_token_by_creation ON latchkey_token (creation_date, token_id);
CREATE INDEX IF NOT EXISTS latchkey_token_by_expiration ON latchkey_token (expiration_date, token_id);

-- One row, which each change of the directory updates first: changes come one after the other.
CREATE TABLE IF NOT EXISTS latchkey_directory (
    directory_id INTEGER NOT NULL,
    revision     BIGINT  NOT NULL,
    PRIMARY KEY (directory_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT IGNORE INTO latchkey_directory (directory_id, revision) VALUES (1, 0);

CREATE TABLE IF NOT EXISTS latchkey_organization (
    organization_id VARCHAR(200) NOT NULL,
    name            VARCHAR(200) NOT NULL,
    origin          VARCHAR(20)  NOT NULL,
    PRIMARY KEY (organization_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS latchkey_user (
    user_id           VARCHAR(200) NOT NULL,
    organization_id   VARCHAR(200) NOT NULL,
    kind              VARCHAR(20)  NOT NULL,
    state             VARCHAR(20)  NOT NULL,
    login_name        VARCHAR(200) NOT NULL,
    -- Without letter case; some letters become up to three.
    login_name_folded VARCHAR(600) NOT NULL,
    origin            VARCHAR(20)  NOT NULL,
    PRIMARY KEY (user_id),
    FOREIGN KEY (organization_id) REFERENCES latchkey_organization (organization_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A role that a user has in an organization; in the whole instance where the organization is empty.
CREATE TABLE IF NOT EXISTS latchkey_membership (
    user_id         VARCHAR(200) NOT NULL,
    organization_id VARCHAR(200) NOT NULL,
    role            VARCHAR(200) NOT NULL,
    origin          VARCHAR(20)  NOT NULL,
    PRIMARY KEY (user_id, organization_id, role),
    FOREIGN KEY (user_id) REFERENCES latchkey_user (user_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The users that imports have removed, until their tokens are gone too. None is in latchkey_user.
CREATE TABLE IF NOT EXISTS latchkey_removed_user (
    user_id         VARCHAR(200) NOT NULL,
    organization_id VARCHAR(200) NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    login_name      VARCHAR(200) NOT NULL,
    PRIMARY KEY (user_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
