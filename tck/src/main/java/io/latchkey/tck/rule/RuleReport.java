package io.latchkey.tck.rule;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Tells a failed contract test by its {@link Rule}. Registered by the contracts. */
public final class RuleReport implements InvocationInterceptor {

  private static final RuleBook BOOK = RuleBook.read();

  /** Made by JUnit. */
  public RuleReport() {}

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    proceedOrFail(invocation);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    proceedOrFail(invocation);
  }

  /** What would skip the tests fails them: a backend that is not there is not a matter of taste. */
  private static void proceedOrFail(Invocation<@Nullable Void> invocation) throws Throwable {
    try {
      invocation.proceed();
    } catch (TestAbortedException e) {
      throw new AssertionError("a contract cannot be skipped; there is no backend: " + e, e);
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    proceed(invocation, extensionContext);
  }

  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    return proceed(invocation, extensionContext);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    proceed(invocation, extensionContext);
  }

  private static <T extends @Nullable Object> T proceed(
      Invocation<T> invocation, ExtensionContext context) throws Throwable {
    try {
      return invocation.proceed();
    } catch (Exception | AssertionError seen) {
      Method test = test(context);
      Rule rule = test.getAnnotation(Rule.class);
      if (rule == null) {
        throw seen;
      }
      RuleBook.Entry entry =
          BOOK.find(rule.value())
              .orElseThrow(
                  () -> new IllegalStateException("rules.md has no rule " + rule.value(), seen));
      throw new RuleBrokenError(
          entry, test.getDeclaringClass().getSimpleName() + "." + test.getName(), seen);
    }
  }

  /** The method of a test, or the one that made a dynamic test. */
  private static Method test(ExtensionContext context) {
    ExtensionContext at = context;
    while (at.getTestMethod().isEmpty()) {
      at = at.getParent().orElseThrow();
    }
    return at.getTestMethod().get();
  }
}
