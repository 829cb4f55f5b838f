package io.latchkey.tck.rule;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the contract that an implementer has extended to the topics that are nested in it. */
public final class ContractParameter implements ParameterResolver {

  /** Made by JUnit. */
  public ContractParameter() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(parameter.getParameter().getType())
        .isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(parameter.getParameter().getType())
        .orElseThrow();
  }
}
