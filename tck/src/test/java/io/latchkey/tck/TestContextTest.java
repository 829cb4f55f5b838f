package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ConfigKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestContextTest {

  private final List<String> closed = new ArrayList<>();
  private final TestContext context = new TestContext(Map.of("url", "x"), Path.of("data"));

  private record First(List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add("first");
    }
  }

  private record Second(List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add("second");
      throw new IllegalStateException("cannot be closed");
    }
  }

  @Test
  void config_hasTheTexts() {
    assertThat(context.config().find(ConfigKey.string("url", "a line"))).contains("x");
  }

  @Test
  void dataDirectory_isAbsolute() {
    assertThat(context.dataDirectory()).isEqualTo(Path.of("data").toAbsolutePath());
  }

  @Test
  void shared_isMadeOnce() {
    First first = context.shared(First.class, () -> new First(closed));

    assertThat(context.shared(First.class, () -> new First(List.of()))).isSameAs(first);
  }

  @Test
  void close_closesAllTheLatestFirst() {
    context.shared(First.class, () -> new First(closed));
    context.shared(Second.class, () -> new Second(closed));

    assertThatThrownBy(context::close)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("cannot be closed");
    assertThat(closed).containsExactly("second", "first");
  }
}
