-- The tokens that were removed within the last minutes, by the clock of the database: how several servers on one
-- database learn of each other's removals. Stays empty on an embedded one, which has one server.
CREATE TABLE latchkey_removal (
    removed_at BIGINT NOT NULL,
    token_id   BIGINT NOT NULL,
    PRIMARY KEY (removed_at, token_id)
);
