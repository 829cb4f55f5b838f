package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFilterTest {

  private static final Entry BOT =
      new Entry(
          "uid=bot",
          new Attribute("objectClass", "account", "simpleSecurityObject"),
          new Attribute("loginShell", "/sbin/nologin"));

  @ParameterizedTest
  @CsvSource({
    "(objectClass=simplesecurityobject), true",
    "(objectClass=person), false",
    "(LOGINSHELL=/sbin/nologin), true",
    "(loginShell=*nologin), true",
    "(loginShell=*), true",
    "(mail=*), false",
    "(!(mail=*)), true",
    "(&(objectClass=account)(!(objectClass=person))), true",
    "(|(objectClass=person)(loginShell=/bin/sh)), false",
    "(|(a=b)(|(c=d)(loginShell=/sbin/nologin))), true"
  })
  void matches_ofEntry_isAsTheFilterSays(String filter, boolean expected) {
    assertThat(EntryFilter.parse(filter).matches(BOT)).isEqualTo(expected);
  }

  @Test
  void attributes_ofFilter_areAllThatItLooksAt() {
    assertThat(EntryFilter.parse("(&(a=1)(|(b=*)(c=x*y))(!(d=2)))").attributes())
        .containsExactly("a", "b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(userAccountControl:1.2.840.113556.1.4.803:=2)",
        "(&(a=1)(!(cn:dn:=x)))",
        "(shadowExpire>=100)",
        "(shadowExpire<=100)",
        "(cn~=bot)"
      })
  void parse_ofComparisonThatNeedsASchema_isRefused(String filter) {
    assertThatThrownBy(() -> EntryFilter.parse(filter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must do without (")
        .hasMessageEndingWith("): it is evaluated here, where only =, * and presence are known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(uid=bot", "(uid=bot)(", "()"})
  void parse_ofWhatIsNoFilter_isRefused(String filter) {
    assertThatThrownBy(() -> EntryFilter.parse(filter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be an LDAP filter such as (employeeType=bot)");
  }
}
