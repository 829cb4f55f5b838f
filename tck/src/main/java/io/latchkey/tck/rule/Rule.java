package io.latchkey.tck.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rule that a contract test checks. Each rule has one test, and each test one rule. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {

  /**
   * The id of the rule in {@code docs/rules.md}.
   *
   * @return {@code TS-n}, {@code UD-n} or {@code PC-n}
   */
  String value();
}
