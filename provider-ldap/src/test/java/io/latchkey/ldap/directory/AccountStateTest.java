package io.latchkey.ldap.directory;

import static io.latchkey.spi.directory.UserState.ACTIVE;
import static io.latchkey.spi.directory.UserState.INACTIVE;
import static io.latchkey.spi.directory.UserState.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.UserState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStateTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** Attributes as words {@code name=value}. */
  private static UserState state(AccountState rule, String... attributes) {
    Entry entry = new Entry("uid=bot,dc=example,dc=com");
    for (String attribute : attributes) {
      String[] words = attribute.split("=", 2);
      entry.addAttribute(words[0], words[1]);
    }
    return rule.of(entry, NOW);
  }

  private static void assertUnclear(AccountState rule, String attribute, String... attributes) {
    assertThatThrownBy(() -> state(rule, attributes))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "the attribute "
                + attribute
                + " of uid=bot,dc=example,dc=com does not tell whether the account may be used");
  }

  @Test
  void none_ofAnything_isActive() {
    assertThat(state(new NoAccountState(), "nsAccountLock=TRUE")).isEqualTo(ACTIVE);
  }

  @Nested
  class OfPasswordPolicy {

    private static final AccountState UNTIL_UNLOCKED = new PasswordPolicyState(Duration.ZERO);
    private static final AccountState FOR_AN_HOUR = new PasswordPolicyState(Duration.ofHours(1));

    @Test
    void state_withoutAttributes_isActive() {
      assertThat(state(UNTIL_UNLOCKED)).isEqualTo(ACTIVE);
      assertThat(state(FOR_AN_HOUR)).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"000001010000Z", "00000101000000Z", "20260102030000Z", "20000101000000Z"})
    void state_ofLockUntilUnlocked_isLocked(String since) {
      assertThat(state(UNTIL_UNLOCKED, "pwdAccountLockedTime=" + since)).isEqualTo(LOCKED);
    }

    @ParameterizedTest
    @CsvSource({
      "000001010000Z, LOCKED",
      "20260102020405Z, ACTIVE",
      "20260102020406Z, LOCKED",
      "20260102030405Z, LOCKED",
      "20260102040405Z, LOCKED"
    })
    void state_ofLockForAnHour_endsAfterIt(String since, UserState expected) {
      assertThat(state(FOR_AN_HOUR, "pwdAccountLockedTime=" + since)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "pwdStartTime, 20260102030405Z, ACTIVE",
      "pwdStartTime, 20260102030406Z, INACTIVE",
      "pwdEndTime, 20260102030405Z, INACTIVE",
      "pwdEndTime, 20260102030406Z, ACTIVE"
    })
    void state_outsideOfItsTime_isInactive(String attribute, String time, UserState expected) {
      assertThat(state(UNTIL_UNLOCKED, attribute + "=" + time)).isEqualTo(expected);
    }

    @Test
    void state_ofLockedThatHasEnded_isInactive() {
      assertThat(
              state(UNTIL_UNLOCKED, "pwdAccountLockedTime=000001010000Z", "pwdEndTime=2020010100Z"))
          .isEqualTo(INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pwdAccountLockedTime", "pwdStartTime", "pwdEndTime"})
    void state_ofTimeThatIsNone_couldNotTell(String attribute) {
      assertUnclear(UNTIL_UNLOCKED, attribute, attribute + "=soon");
      assertUnclear(FOR_AN_HOUR, attribute, attribute + "=");
    }
  }

  @Nested
  class OfAccountLock {

    private static final AccountState RULE = new AccountLockState();

    @ParameterizedTest
    @CsvSource({"true, INACTIVE", "TRUE, INACTIVE", "false, ACTIVE", "FALSE, ACTIVE"})
    void state_ofAccountLock_isAsItSays(String value, UserState expected) {
      assertThat(state(RULE)).isEqualTo(ACTIVE);
      assertThat(state(RULE, "nsAccountLock=" + value)).isEqualTo(expected);
    }

    @Test
    void state_ofSeveralAccountLocks_isInactiveByOne() {
      assertThat(state(RULE, "nsAccountLock=false", "nsAccountLock=true")).isEqualTo(INACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
      "19700101000000Z, LOCKED",
      "20260102030405Z, ACTIVE",
      "20260102030406Z, LOCKED",
      "20380119031407Z, LOCKED"
    })
    void state_ofUnlockTime_isLockedUntilThen(String until, UserState expected) {
      assertThat(state(RULE, "accountUnlockTime=" + until)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"20260102030405Z, INACTIVE", "20260102030406Z, ACTIVE"})
    void state_ofPrincipalExpiration_isInactiveFromThen(String end, UserState expected) {
      assertThat(state(RULE, "krbPrincipalExpiration=" + end)).isEqualTo(expected);
    }

    @Test
    void state_ofValueThatIsNone_couldNotTell() {
      assertUnclear(RULE, "nsAccountLock", "nsAccountLock=maybe");
      assertUnclear(RULE, "nsAccountLock", "nsAccountLock=");
      assertUnclear(RULE, "accountUnlockTime", "accountUnlockTime=0");
      assertUnclear(RULE, "krbPrincipalExpiration", "krbPrincipalExpiration=never");
    }
  }

  @Nested
  class OfUserAccountControl {

    private static final AccountState RULE = new UserAccountControlState();

    private static final String NORMAL = "userAccountControl=512";

    @ParameterizedTest
    @CsvSource({
      "512, ACTIVE",
      "66048, ACTIVE",
      "4096, ACTIVE",
      "514, INACTIVE",
      "66050, INACTIVE",
      "2, INACTIVE",
      "-2147483136, ACTIVE"
    })
    void state_ofControl_isInactiveByItsBit(String control, UserState expected) {
      assertThat(state(RULE, "userAccountControl=" + control)).isEqualTo(expected);
    }

    @Test
    void state_withoutControl_couldNotTell() {
      assertUnclear(RULE, "userAccountControl");
      assertUnclear(RULE, "userAccountControl", "lockoutTime=0");
    }

    /** 2026-01-02T03:04:05Z in steps of 100 ns since 1601. */
    @ParameterizedTest
    @CsvSource({
      "0, ACTIVE",
      "9223372036854775807, ACTIVE",
      "134117966450000000, INACTIVE",
      "134117966450010000, ACTIVE",
      "132539328000000000, INACTIVE",
      "1, INACTIVE"
    })
    void state_ofAccountExpires_isInactiveFromThen(String expires, UserState expected) {
      assertThat(state(RULE, NORMAL, "accountExpires=" + expires)).isEqualTo(expected);
    }

    @Test
    void state_ofLockedOutNow_isLocked() {
      assertThat(state(RULE, NORMAL, "msDS-User-Account-Control-Computed=16")).isEqualTo(LOCKED);
      assertThat(state(RULE, NORMAL, "msDS-User-Account-Control-Computed=8388624"))
          .isEqualTo(LOCKED);
    }

    @Test
    void state_ofLockoutThatIsOver_isActive() {
      assertThat(
              state(
                  RULE,
                  NORMAL,
                  "lockoutTime=134117900000000000",
                  "msDS-User-Account-Control-Computed=0"))
          .isEqualTo(ACTIVE);
    }

    @Test
    void state_ofLockoutTimeAlone_isLocked() {
      assertThat(state(RULE, NORMAL, "lockoutTime=134117900000000000")).isEqualTo(LOCKED);
      assertThat(state(RULE, NORMAL, "lockoutTime=0")).isEqualTo(ACTIVE);
    }

    @Test
    void state_ofNumberThatIsNone_couldNotTell() {
      assertUnclear(RULE, "userAccountControl", "userAccountControl=normal");
      assertUnclear(RULE, "accountExpires", NORMAL, "accountExpires=never");
      assertUnclear(RULE, "lockoutTime", NORMAL, "lockoutTime=99999999999999999999");
      assertUnclear(
          RULE,
          "msDS-User-Account-Control-Computed",
          NORMAL,
          "msDS-User-Account-Control-Computed=");
    }
  }
}
