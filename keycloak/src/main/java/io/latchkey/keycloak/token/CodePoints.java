package io.latchkey.keycloak.token;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.type.StandardBasicTypes;

/**
 * The function by which lists of tokens are ordered by Unicode code point: H2 compares texts by
 * UTF-16, the columns of the other databases are ordered by code point.
 */
public final class CodePoints implements FunctionContributor {

  /** Called by {@link java.util.ServiceLoader}. */
  public CodePoints() {}

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            "code_points",
            functions.getDialect() instanceof H2Dialect ? "stringtoutf8(?1)" : "?1",
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.STRING));
  }
}
