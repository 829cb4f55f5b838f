package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {

  private static final List<String> USERS =
      Population.FIXTURE.users().stream().map(User::userId).toList();
  private static final List<String> ORGANIZATIONS =
      Population.FIXTURE.organizations().stream().map(Organization::organizationId).toList();

  @Test
  void users_haveDifferentIdsAndOrganizationsOfTheFixture() {
    assertThat(USERS).doesNotHaveDuplicates().doesNotContain(Population.UNKNOWN);
    assertThat(Population.FIXTURE.users())
        .extracting(User::organizationId)
        .isSubsetOf(ORGANIZATIONS);
  }

  @Test
  void memberships_areOfUsersAndOrganizationsOfTheFixture() {
    assertThat(Population.FIXTURE.memberships()).extracting(Membership::userId).isSubsetOf(USERS);
    assertThat(Population.FIXTURE.memberships())
        .flatExtracting(membership -> membership.organizationId().stream().toList())
        .isSubsetOf(ORGANIZATIONS);
  }
}
