package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.type.StandardBasicTypes;

/** Builds Hibernate's session factory, from code alone: no {@code persistence.xml}, no DDL. */
final class Mapping {

  private Mapping() {}

  static SessionFactory build(HikariDataSource pool, JdbcUrl url, List<Class<?>> entities) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder()
                    .applyClassLoader(Mapping.class.getClassLoader())
                    .build())
            .applySettings(settings(pool, url))
            // Stateless sessions need no generated proxies, and to generate them takes 0.4 s.
            .addService(BytecodeProvider.class, new BytecodeProviderImpl())
            .build();
    try {
      return new MetadataSources(registry)
          .addAnnotatedClasses(entities.toArray(Class<?>[]::new))
          .getMetadataBuilder()
          .applyFunctions(
              functions ->
                  functions
                      .getFunctionRegistry()
                      .registerPattern(
                          "code_points",
                          url.isH2() ? "stringtoutf8(?1)" : "?1",
                          functions
                              .getTypeConfiguration()
                              .getBasicTypeRegistry()
                              .resolve(StandardBasicTypes.STRING)))
          .build()
          .buildSessionFactory();
    } catch (Throwable e) {
      StandardServiceRegistryBuilder.destroy(registry);
      throw e;
    }
  }

  private static Map<String, Object> settings(HikariDataSource pool, JdbcUrl url) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    settings.put(AvailableSettings.HBM2DDL_AUTO, "none");
    // The exceptions tell it all; the log would tell the digest of a token that is there already.
    settings.put(AvailableSettings.LOG_JDBC_ERRORS, false);
    // Each of the following only makes the start faster.
    if (url.isH2()) {
      settings.put(AvailableSettings.ALLOW_METADATA_ON_BOOT, false);
      settings.put(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "H2");
    }
    settings.put(AvailableSettings.XML_MAPPING_ENABLED, false);
    settings.put(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
    settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
    settings.put(AvailableSettings.USE_QUERY_CACHE, false);
    settings.put(AvailableSettings.QUERY_STARTUP_CHECKING, false);
    return settings;
  }
}
