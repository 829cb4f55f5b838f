package io.latchkey.core.service;

import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Alternatives of any number, as a store must take them: a hundred in an {@link AnyOf} [TS-47], and
 * one in another [TS-48].
 */
final class AnyOfMany {

  private static final int EACH = 100;

  private AnyOfMany() {}

  static AnyOf of(List<? extends TokenCondition> alternatives) {
    if (alternatives.size() <= EACH) {
      return new AnyOf(List.copyOf(alternatives));
    }
    return of(
        IntStream.iterate(0, start -> start < alternatives.size(), start -> start + EACH)
            .mapToObj(
                start ->
                    of(alternatives.subList(start, Math.min(start + EACH, alternatives.size()))))
            .toList());
  }
}
