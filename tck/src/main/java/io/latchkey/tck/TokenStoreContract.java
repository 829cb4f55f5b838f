package io.latchkey.tck;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.rule.ContractParameter;
import io.latchkey.tck.rule.RuleReport;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules {@code TS-n} of {@code docs/rules.md}, one test for each: what every {@link TokenStore}
 * must do. Extend it in the tests of a store, and say what the store works on.
 *
 * <pre>{@code
 * class MyTokenStoreTest extends TokenStoreContract {
 *   @Override
 *   protected TokenStoreBackend createBackend() {
 *     return new MyBackend(emptyDatabase());
 *   }
 * }
 * }</pre>
 *
 * <p>The tests cannot be overridden, and none is ever skipped: a backend that is not there is a
 * failure.
 */
@ExtendWith({RuleReport.class, ContractParameter.class})
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class TokenStoreContract {

  /** For implementers. */
  protected TokenStoreContract() {}

  /**
   * Makes a backend without a token and without an event. Called before each test; the kit closes
   * the backend.
   *
   * @return an empty backend
   */
  protected abstract TokenStoreBackend createBackend();

  /** What create does. */
  @Nested
  public final class Creation extends TokenCreationContract {

    /** Made by JUnit. */
    public Creation() {}
  }

  /** What findByDigest and get find. */
  @Nested
  public final class Lookup extends TokenLookupContract {

    /** Made by JUnit. */
    public Lookup() {}
  }

  /** Which values are kept. */
  @Nested
  public final class Values extends TokenValuesContract {

    /** Made by JUnit. */
    public Values() {}
  }

  /** What remove and removeAll do. */
  @Nested
  public final class Removal extends TokenRemovalContract {

    /** Made by JUnit. */
    public Removal() {}
  }

  /** What removeExpired does. */
  @Nested
  public final class Expiry extends TokenExpiryContract {

    /** Made by JUnit. */
    public Expiry() {}
  }

  /** What list picks. */
  @Nested
  public final class Listing extends TokenListContract {

    /** Made by JUnit. */
    public Listing() {}
  }

  /** In which order, and how much of it. */
  @Nested
  public final class Order extends TokenOrderContract {

    /** Made by JUnit. */
    public Order() {}
  }

  /** How pages follow each other. */
  @Nested
  public final class Paging extends TokenPagingContract {

    /** Made by JUnit. */
    public Paging() {}
  }

  /** What holds for many threads. */
  @Nested
  public final class Concurrency extends TokenConcurrencyContract {

    /** Made by JUnit. */
    public Concurrency() {}
  }

  /** What holds for several stores over one backend. */
  @Nested
  public final class Nodes extends TokenNodesContract {

    /** Made by JUnit. */
    public Nodes() {}
  }

  /** Check, close, and mistaken callers. */
  @Nested
  public final class Lifecycle extends TokenStoreLifecycleContract {

    /** Made by JUnit. */
    public Lifecycle() {}
  }

  /** What holds while the backend is away, and when it is back. */
  @Nested
  public final class Outage extends TokenOutageContract {

    /** Made by JUnit. */
    public Outage() {}
  }

  /** Which features there are, and what the record of last uses does. */
  @Nested
  public final class Features extends TokenFeaturesContract {

    /** Made by JUnit. */
    public Features() {}
  }

  /** What the news of removals tells. */
  @Nested
  public final class RecentRemovals extends RecentRemovalsContract {

    /** Made by JUnit. */
    public RecentRemovals() {}
  }
}
