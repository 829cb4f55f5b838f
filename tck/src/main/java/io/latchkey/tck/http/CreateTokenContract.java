package io.latchkey.tck.http;

import org.junit.jupiter.api.Nested;

/**
 * The acceptance suite of "create a personal access token" over JSON. Extend it in the tests of a
 * host, and say how the host is reached; each topic is also a class that can be extended alone.
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
}
