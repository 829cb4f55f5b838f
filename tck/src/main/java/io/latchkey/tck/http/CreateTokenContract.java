package io.latchkey.tck.http;

import org.junit.jupiter.api.Nested;

/**
 * The acceptance suite of the calls on personal access tokens, over JSON. Extend it in the tests of
 * a host, and say how the host is reached; each topic is also a class that can be extended alone.
 *
 * <pre>{@code
 * class MyHostTest extends CreateTokenContract {
 *   private static final MyHost HOST = MyHost.started();
 *
 *   @Override
 *   protected HostUnderTest host() {
 *     return HOST;
 *   }
 * }
 * }</pre>
 */
public abstract class CreateTokenContract {

  /** For implementers. */
  protected CreateTokenContract() {}

  /**
   * The host under test. Called before each test; may be the same one each time.
   *
   * @return a running host
   */
  protected abstract HostUnderTest host();

  /** The rows of section 2.4. */
  @Nested
  public final class Outcomes extends CreateOutcomesContract {

    /** Made by JUnit. */
    public Outcomes() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The order of the rows of section 2.4. */
  @Nested
  public final class OrderOfChecks extends CreateOrderOfChecksContract {

    /** Made by JUnit. */
    public OrderOfChecks() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The notes under the table of section 2.4. */
  @Nested
  public final class Notes extends CreateNotesContract {

    /** Made by JUnit. */
    public Notes() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** How long a created token is valid. */
  @Nested
  public final class Validity extends TokenValidityContract {

    /** Made by JUnit. */
    public Validity() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The bodies of section 2.3. */
  @Nested
  public final class Json extends CreateJsonContract {

    /** Made by JUnit. */
    public Json() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The timestamps of section 2.3. */
  @Nested
  public final class Timestamps extends CreateTimestampContract {

    /** Made by JUnit. */
    public Timestamps() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The paths, methods and headers of section 2.3. */
  @Nested
  public final class Http extends CreateHttpContract {

    /** Made by JUnit. */
    public Http() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Part 3. */
  @Nested
  public final class Differences extends DifferencesContract {

    /** Made by JUnit. */
    public Differences() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Get and list of the management API. */
  @Nested
  public final class Reading extends ReadTokensContract {

    /** Made by JUnit. */
    public Reading() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Remove of the management API. */
  @Nested
  public final class Removal extends RemoveTokenContract {

    /** Made by JUnit. */
    public Removal() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Create and remove of the user API. */
  @Nested
  public final class UserApi extends UserCallsContract {

    /** Made by JUnit. */
    public UserApi() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** The search of the user API. */
  @Nested
  public final class Search extends SearchTokensContract {

    /** Made by JUnit. */
    public Search() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** What that search shows to a caller with roles in several organizations. */
  @Nested
  public final class SearchInOrganizations extends SearchInOrganizationsContract {

    /** Made by JUnit. */
    public SearchInOrganizations() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Which organization is acted in. */
  @Nested
  public final class Organizations extends OrganizationMatrixContract {

    /** Made by JUnit. */
    public Organizations() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }

  /** Pages that are followed by their tokens. */
  @Nested
  public final class Pages extends PagesContract {

    /** Made by JUnit. */
    public Pages() {}

    @Override
    protected HostUnderTest host() {
      return CreateTokenContract.this.host();
    }
  }
}
