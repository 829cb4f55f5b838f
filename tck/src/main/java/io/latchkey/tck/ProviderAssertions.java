package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.Provider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is asked of every {@link Provider}, in words that the contracts share. */
final class ProviderAssertions {

  private ProviderAssertions() {}

  static void assertWell(Provider provider) {
    assertThat(provider.check().problem()).as("problem that check() tells").isEmpty();
  }

  static void assertClosesTwice(Provider provider) {
    provider.close();
    assertThatCode(provider::close).as("the second close()").doesNotThrowAnyException();
  }

  static void assertRefusesAfterClose(Provider provider, String call, ThrowingCallable method) {
    provider.close();
    assertThatThrownBy(method, "%s after close()", call).isInstanceOf(IllegalStateException.class);
  }

  static void assertRefusesNull(String argument, ThrowingCallable method) {
    assertThatThrownBy(method, "null as %s", argument)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining(argument);
  }

  static void assertRefusesValue(String argument, ThrowingCallable method) {
    assertThatThrownBy(method, "a value out of range as %s", argument)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(argument);
  }
}
