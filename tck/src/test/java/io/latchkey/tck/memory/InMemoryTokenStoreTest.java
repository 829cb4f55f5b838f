package io.latchkey.tck.memory;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreContract;

class InMemoryTokenStoreTest extends TokenStoreContract {

  @Override
  protected TokenStore createStore() {
    return new InMemoryTokenStore();
  }
}
