package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;

import java.util.List;
import java.util.Locale;

/** The forms in which a request names the organization to act in, or does not. */
enum OrganizationForm {
  ABSENT,
  EMPTY,
  FIRST,
  SECOND,
  SECOND_WITH_NAME_IN_ODD_CASE,
  /** Ids are compared character by character. */
  SECOND_WITH_ID_IN_ODD_CASE,
  UNKNOWN,
  FIRST_TWICE,
  FIRST_AND_SECOND,
  JOINED_BY_COMMA;

  private static final String NAME = "x-zitadel-orgid";

  /** The call, with the header in this form in place of the one that it had. */
  Call on(Call call) {
    call.without(NAME);
    for (String value : headers()) {
      call.another(this == SECOND_WITH_NAME_IN_ODD_CASE ? "X-ZITADEL-orgID" : NAME, value);
    }
    return call;
  }

  private List<String> headers() {
    return switch (this) {
      case ABSENT -> List.of();
      case EMPTY -> List.of("");
      case FIRST -> List.of(ORGANIZATION);
      case SECOND, SECOND_WITH_NAME_IN_ODD_CASE -> List.of(OTHER_ORGANIZATION);
      case SECOND_WITH_ID_IN_ODD_CASE -> List.of(OTHER_ORGANIZATION.toUpperCase(Locale.ROOT));
      case UNKNOWN -> List.of("tck-no-org");
      case FIRST_TWICE -> List.of(ORGANIZATION, ORGANIZATION);
      case FIRST_AND_SECOND -> List.of(ORGANIZATION, OTHER_ORGANIZATION);
      case JOINED_BY_COMMA -> List.of(ORGANIZATION + "," + OTHER_ORGANIZATION);
    };
  }

  /** Where a call with it is made: in the organization that it names, else in the caller's own. */
  String actedIn(String callersOrganization) {
    return this == ABSENT || this == EMPTY ? callersOrganization : headers().get(0);
  }

  boolean isAmbiguous() {
    return this == FIRST_TWICE || this == FIRST_AND_SECOND || this == JOINED_BY_COMMA;
  }

  boolean namesNoOrganizationThatExists() {
    return this == UNKNOWN || this == SECOND_WITH_ID_IN_ODD_CASE;
  }
}
