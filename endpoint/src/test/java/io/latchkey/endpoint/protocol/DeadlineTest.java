package io.latchkey.endpoint.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that a client gives. */
class DeadlineTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 5, Long.MAX_VALUE - 3})
  void check_endsACallWhoseTimeIsOver_whateverTheTimerShows(long start) {
    AtomicLong nanos = new AtomicLong(start);
    Deadline deadline = Deadline.after(Duration.ofNanos(10), nanos::get);
    nanos.addAndGet(9);
    deadline.check();
    nanos.addAndGet(1);
    assertThat(code(deadline::check)).isEqualTo(Code.DEADLINE_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999H", "60M", "60S", "60000m", "60000000u"})
  void grpcTimeout_thatIsLong_leavesTime(String timeout) {
    Deadline.ofGrpc(timeout).check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0H", "0n", "1n"})
  void grpcTimeout_thatIsShort_isOver(String timeout) {
    assertThat(code(() -> Deadline.ofGrpc(timeout).check())).isEqualTo(Code.DEADLINE_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "S", "-1S", "1s", "100000000S", "1 S", "1.5S", "\u0661S"})
  void grpcTimeout_thatIsNone_isRefused(String timeout) {
    assertThat(code(() -> Deadline.ofGrpc(timeout))).isEqualTo(Code.INVALID_ARGUMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1s", "-1", "10000000000", "\u0661"})
  void connectTimeout_thatIsNone_isRefused(String timeout) {
    assertThat(code(() -> Deadline.ofConnect(timeout))).isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void connectTimeout_isInMilliseconds() {
    Deadline.ofConnect("9999999999").check();
    assertThat(code(() -> Deadline.ofConnect("0").check())).isEqualTo(Code.DEADLINE_EXCEEDED);
  }

  @Test
  void noTimeout_isAnyTime() {
    Deadline.ofGrpc(null).check();
    Deadline.ofConnect(null).check();
  }

  private static Code code(Runnable call) {
    CallException[] thrown = new CallException[1];
    assertThatThrownBy(call::run).isInstanceOfSatisfying(CallException.class, e -> thrown[0] = e);
    return thrown[0].status().code();
  }
}
