package io.latchkey.core.provider;

import io.latchkey.spi.permission.PermissionCheckerFactory;

/** Sources of small permission checkers: a factory and a provider, each in a few lines. */
public final class CheckerSource {

  private String id = "small";
  private String factory = "";
  private String make = "return new Checker();";
  private String check = "return CheckResult.ok();";
  private String close = "";

  /** The id of the factory. */
  public CheckerSource id(String id) {
    this.id = id;
    return this;
  }

  /** Members of the factory beside {@code id} and {@code create}. */
  public CheckerSource factory(String members) {
    this.factory = members;
    return this;
  }

  /** The body of {@code create(context)}. */
  public CheckerSource create(String body) {
    this.make = body;
    return this;
  }

  /** The body of {@code check()}. */
  public CheckerSource check(String body) {
    this.check = body;
    return this;
  }

  /** The body of {@code close()}. */
  public CheckerSource close(String body) {
    this.close = body;
    return this;
  }

  /** A jar with both classes, in the package com.example, and the service file. */
  public SourceJar jar() {
    return new SourceJar()
        .with("com.example.Factory", factorySource())
        .with("com.example.Checker", checkerSource())
        .service(PermissionCheckerFactory.class, "com.example.Factory");
  }

  private String factorySource() {
    return """
        package com.example;

        import io.latchkey.spi.*;
        import io.latchkey.spi.permission.*;
        import java.util.*;

        public final class Factory implements PermissionCheckerFactory {
          public String id() { return "%s"; }
          public PermissionChecker create(ProviderContext context) { %s }
          %s
        }
        """
        .formatted(id, make, factory);
  }

  private String checkerSource() {
    return """
        package com.example;

        import io.latchkey.spi.*;
        import io.latchkey.spi.permission.*;

        final class Checker implements PermissionChecker {
          public PermissionDecision check(PermissionRequest request) {
            return PermissionDecision.PERMIT;
          }
          public CheckResult check() { %s }
          public void close() { %s }
        }
        """
        .formatted(check, close);
  }
}
