-- The tokens that were removed within the last minutes, by the clock of the database: how several servers on one
-- database learn of each other's removals.
CREATE TABLE IF NOT EXISTS latchkey_removal (
    removed_at BIGINT NOT NULL,
    token_id   BIGINT NOT NULL,
    PRIMARY KEY (removed_at, token_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
