package io.latchkey.keycloak.use;

import java.time.Instant;

/**
 * A token that a test has made.
 *
 * @param userId whose it is
 * @param loginName what its owner is called
 * @param tokenId its id
 * @param token itself
 * @param expires when it expires
 */
record Pat(String userId, String loginName, String tokenId, String token, Instant expires) {}
