package io.latchkey.keycloak.token;

import io.latchkey.hibernate.token.HibernateTokenStore;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds the tables of tokens to Keycloak's database, and what is mapped to them. */
final class TokenEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return HibernateTokenStore.ENTITIES;
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/latchkey-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return TokenEntitiesFactory.ID;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
