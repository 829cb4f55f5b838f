package io.latchkey.bench.load;

import io.latchkey.bench.load.Scenario.Named;
import io.latchkey.bench.measure.Contest;
import io.latchkey.bench.measure.Side;
import io.latchkey.bench.report.Aim;
import io.latchkey.bench.report.Results;
import io.latchkey.bench.report.Row;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** The contests of one scenario, and their rows. */
final class LoadSection {

  /** How many tokens the user has who is listed. */
  static final int LISTED = 20;

  /** Where not each count of clients is tried. */
  private static final int ONE_COUNT = 8;

  private final Scenario scenario;
  private final Plan plan;
  private final Results results;

  LoadSection(Scenario scenario, Plan plan, Results results) {
    this.scenario = scenario;
    this.plan = plan;
    this.results = results;
  }

  void run() throws Exception {
    Calls calls = new Calls(scenario.server().awaitReady(), scenario.server().administratorToken());
    Scenario.Limits limits = scenario.limits();
    // A user of its own is listed: the others get more tokens all the time.
    String listed = Scenario.USERS.get(0);
    List<String> others = Scenario.USERS.subList(1, Scenario.USERS.size());
    calls.created(Collections.nCopies(LISTED, listed));
    List<String> tokens = calls.created(others);
    Side verify = calls.guarded(tokens);
    Side create = calls.create(others);
    Side list = calls.list(List.of(listed));
    warmUp(verify, create, list, calls.empty(tokens));

    contest(
        "verify",
        new Named("an empty resource", calls.empty(tokens), true, true),
        verify,
        LoadSection::ofVerify);
    for (Named limit : limits.verify()) {
      contest("verify", limit, verify, LoadSection::ofVerify);
    }
    for (Named limit : limits.create()) {
      contest("create", limit, create, LoadSection::ofCreate);
    }
    contest("list of 20", limits.list(listed), list, clients -> Optional.empty());
  }

  private static Optional<Aim> ofVerify(int clients) {
    return Optional.of(Aim.atLeast(0.9));
  }

  private static Optional<Aim> ofCreate(int clients) {
    return clients == ONE_COUNT ? Optional.of(Aim.atLeast(0.7)) : Optional.empty();
  }

  private void warmUp(Side... sides) throws Exception {
    for (Side side : sides) {
      side.run(ONE_COUNT, plan.warmUp().dividedBy(sides.length));
    }
  }

  private void contest(String what, Named limit, Side ours, IntFunction<Optional<Aim>> aims)
      throws Exception {
    for (int clients : plan.clients()) {
      if (limit.everyCount() || clients == ONE_COUNT) {
        Contest.Outcome outcome = new Contest(limit.side(), ours).run(clients, plan.length());
        Optional<Aim> aim = limit.aimed() ? aims.apply(clients) : Optional.empty();
        results.add(row(what + ", beside " + limit.name(), clients, outcome, aim));
      }
    }
  }

  private Row row(String what, int clients, Contest.Outcome outcome, Optional<Aim> aim) {
    return new Row(
        what,
        scenario.name(),
        clients,
        outcome.ours().text("%,.0f") + " /s",
        outcome.limit().text("%,.0f") + " /s",
        outcome.ratio().median(),
        String.format(Locale.ROOT, "%.2f–%.2f", outcome.ratio().least(), outcome.ratio().most()),
        aim,
        String.format(
            Locale.ROOT, "%.2f / %.2f", outcome.times().millis(0.5), outcome.times().millis(0.99)),
        String.format(Locale.ROOT, "%.0f %%", 100 * outcome.share()));
  }
}
