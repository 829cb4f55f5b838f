package com.example.latchkey.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where a token stands in an order.
 *
 * @param key what it is sorted by, as bytes that sort so: UTF-8 sorts by code point
 * @param tokenId the id, which comes next
 */
record Place(ByteBuffer key, long tokenId) {

  static final Comparator<Place> ASCENDING =
      Comparator.comparing((Place place) -> place.key.array(), Arrays::compareUnsigned)
          .thenComparingLong(Place::tokenId);

  static Place of(StoredToken token, TokenOrder.Field field) {
    byte[] key =
        switch (field) {
          case CREATION_DATE -> bytes(token.creationDate());
          case TOKEN_ID -> new byte[0];
          case USER_ID -> token.owner().userId().getBytes(UTF_8);
          case ORGANIZATION_ID -> token.owner().organizationId().getBytes(UTF_8);
          case EXPIRATION_DATE -> bytes(token.expirationDate());
        };
    return new Place(ByteBuffer.wrap(key), token.tokenId());
  }

  /** With the sign turned over: negative numbers come first. */
  private static byte[] bytes(Instant instant) {
    return ByteBuffer.allocate(Long.BYTES).putLong(Micros.of(instant) ^ Long.MIN_VALUE).array();
  }
}
