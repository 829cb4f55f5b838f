package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.Checker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs rounds of faults, tells how each went, and ends with the status 1 if one went wrong. */
public final class FaultRun {

  private final Options options;
  private final List<RoundResult> results = new ArrayList<>();

  private FaultRun(Options options) {
    this.options = options;
  }

  /**
   * Runs it.
   *
   * @param arguments the jar of the server, and what the usage says
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) {
    int status;
    try {
      status = new FaultRun(Options.parse(arguments)).run() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.USAGE);
      status = 2;
    } catch (Exception e) {
      e.printStackTrace();
      status = 1;
    }
    System.exit(status);
  }

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private boolean run() throws Exception {
    System.out.println(
        "seed %d, %d rounds, bound %s"
            .formatted(options.seed(), options.rounds(), options.bound()));
    long start = System.nanoTime();
    try (Sites sites = new Sites(options)) {
      List<Fault> order = order(chosen(Faults.all(sites)));
      order.forEach(Fault::require);
      for (Fault fault : order) {
        RoundResult result = round(fault, sites);
        results.add(result);
        System.out.println(result.line(results.size()));
        if (!result.isGood()) {
          System.out.print(result.problems());
          System.out.println("  logs are in " + sites.keep());
        }
      }
    }
    System.out.print(new Summary(results).table());
    System.out.printf(
        "%d rounds in %d s%n", results.size(), (System.nanoTime() - start) / 1_000_000_000L);
    return results.stream().allMatch(RoundResult::isGood);
  }

  /** A round that cannot be run is broken, and the next ones find everything started anew. */
  private RoundResult round(Fault fault, Sites sites) {
    long seed = options.seed() + results.size();
    try {
      return new Round(fault, seed, new Checker(options.bound())).run();
    } catch (Exception | AssertionError e) { // of which the latter comes from PostgreSQL's launcher
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      sites.end();
      return RoundResult.failed(fault.name(), seed, e);
    }
  }

  private List<Fault> chosen(List<Fault> all) {
    List<String> names = all.stream().map(Fault::name).toList();
    for (String name : options.only()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("there is no fault " + name + ", but " + names);
      }
    }
    return options.only().isEmpty()
        ? all
        : all.stream().filter(fault -> options.only().contains(fault.name())).toList();
  }

  /** Each fault as often as the others, in an order by the seed. */
  private List<Fault> order(List<Fault> faults) {
    List<Fault> order = new ArrayList<>();
    Random random = new Random(options.seed());
    while (order.size() < options.rounds()) {
      List<Fault> turn = new ArrayList<>(faults);
      Collections.shuffle(turn, random);
      order.addAll(turn);
    }
    return order.subList(0, options.rounds());
  }
}
