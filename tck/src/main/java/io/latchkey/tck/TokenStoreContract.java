package io.latchkey.tck;

import io.latchkey.spi.token.TokenStore;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link TokenStore} must do. Extend it in the tests of a store, and say how one is
 * made; each topic is also a class that can be extended alone.
 *
 * <pre>{@code
 * class MyTokenStoreTest extends TokenStoreContract {
 *   @Override
 *   protected TokenStore createStore() {
 *     return new MyTokenStore(emptyDatabase());
 *   }
 * }
 * }</pre>
 */
public abstract class TokenStoreContract {

  /** For implementers. */
  protected TokenStoreContract() {}

  /**
   * Makes a store over an empty backend. Called before each test; the contract closes the store.
   *
   * @return a new store
   */
  protected abstract TokenStore createStore();

  /** What create does. */
  @Nested
  public final class Creation extends TokenCreationContract {

    /** Made by JUnit. */
    public Creation() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What findByDigest and get find. */
  @Nested
  public final class Lookup extends TokenLookupContract {

    /** Made by JUnit. */
    public Lookup() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** Which values are kept. */
  @Nested
  public final class Values extends TokenValuesContract {

    /** Made by JUnit. */
    public Values() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What remove and removeAll do. */
  @Nested
  public final class Removal extends TokenRemovalContract {

    /** Made by JUnit. */
    public Removal() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What removeExpired does. */
  @Nested
  public final class Expiry extends TokenExpiryContract {

    /** Made by JUnit. */
    public Expiry() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What list picks. */
  @Nested
  public final class Listing extends TokenListContract {

    /** Made by JUnit. */
    public Listing() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** In which order, and how much of it. */
  @Nested
  public final class Order extends TokenOrderContract {

    /** Made by JUnit. */
    public Order() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** How pages follow each other. */
  @Nested
  public final class Paging extends TokenPagingContract {

    /** Made by JUnit. */
    public Paging() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What holds for many threads. */
  @Nested
  public final class Concurrency extends TokenConcurrencyContract {

    /** Made by JUnit. */
    public Concurrency() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** Check, close, and mistaken callers. */
  @Nested
  public final class Lifecycle extends TokenStoreLifecycleContract {

    /** Made by JUnit. */
    public Lifecycle() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }

  /** What the optional features do. */
  @Nested
  public final class Features extends TokenFeaturesContract {

    /** Made by JUnit. */
    public Features() {}

    @Override
    protected TokenStore createStore() {
      return TokenStoreContract.this.createStore();
    }
  }
}
