package io.latchkey.tck.mutant;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.latchkey.tck.rule.RuleBrokenError;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of a whole contract, as an implementer's build makes it. */
final class KitRun implements TestExecutionListener {

  private final SortedMap<String, String> broken = new TreeMap<>();
  private long tests;
  private long passed;

  private KitRun() {}

  static KitRun of(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    KitRun run = new KitRun();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  /** How many tests were run to their end. */
  long tests() {
    return tests;
  }

  /** How many of them passed. */
  long passed() {
    return passed;
  }

  /** The ids of the rules that are broken, each with the message of its first failure. */
  SortedMap<String, String> broken() {
    return broken;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      tests++;
      passed += result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? 1 : 0;
    }
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      broken.put("skipped", test.getDisplayName() + ": " + result.getThrowable());
      return;
    }
    result
        .getThrowable()
        .ifPresent(
            failure ->
                broken.putIfAbsent(
                    failure instanceof RuleBrokenError error ? error.ruleId() : "no rule",
                    String.valueOf(failure.getMessage())));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    broken.put("skipped", test.getDisplayName() + ": " + reason);
  }
}
