package io.latchkey.bench.parts;

import io.latchkey.bench.measure.Spread;
import io.latchkey.bench.report.Aim;
import io.latchkey.bench.report.Results;
import io.latchkey.bench.report.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks in rounds, so that each is compared with its limit of the same round. */
public final class PartsRun {

  private static final String LIMIT = "sha256";

  /** A million a second and core, as the time of one. */
  private static final double GARBAGE_NANOS = 1000;

  private static final Map<String, String> NAMES = names();

  private final Map<String, List<Double>> nanos = new LinkedHashMap<>();

  private PartsRun() {}

  /**
   * How long it takes.
   *
   * @param rounds how often each benchmark is run, each time in a JVM of its own
   * @param warmUps seconds of each that do not count
   * @param seconds seconds of each that count
   */
  public record Length(int rounds, int warmUps, int seconds) {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("generate", "generate a token");
    names.put("parseGood", "parse a token");
    names.put("digest", "digest a token");
    names.put("digestPeppered", "digest a token with a pepper");
    names.put("lookUp", "look-up by digest, in memory");
    names.put("verifyCold", "verify cold, on providers in memory");
    names.put("verifyWarm", "verify warm");
    return names;
  }

  /**
   * Runs it.
   *
   * @param length how long
   * @param results where the rows go
   * @throws RunnerException if a benchmark fails
   */
  public static void run(Length length, Results results) throws RunnerException {
    PartsRun run = new PartsRun();
    for (int round = 0; round < length.rounds(); round++) {
      run.add(new Runner(options(length)).run());
    }
    run.report(results);
  }

  private void add(Collection<RunResult> round) {
    for (RunResult result : round) {
      nanos
          .computeIfAbsent(result.getPrimaryResult().getLabel(), name -> new ArrayList<>())
          .add(result.getPrimaryResult().getScore());
    }
  }

  private List<Double> nanos(String label) {
    return nanos.getOrDefault(label, List.of());
  }

  private void report(Results results) {
    NAMES.forEach(
        (label, name) ->
            results.add(
                besideLimit(
                    name,
                    nanos(label),
                    nanos(LIMIT),
                    Optional.of(Aim.atMost(2)).filter(aim -> label.equals("verifyWarm")))));
    results.add(garbage("refuse garbage of a wrong length", nanos("parseCutOff")));
    results.add(garbage("refuse garbage with a wrong checksum", nanos("parseMistyped")));
    results.add(garbage("verify garbage", nanos("verifyGarbage")));
  }

  private static Options options(Length length) {
    return new OptionsBuilder()
        .include(PartsRun.class.getPackageName())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(1)
        .warmupIterations(length.warmUps())
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(length.seconds())
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static Row besideLimit(
      String name, List<Double> ours, List<Double> limits, Optional<Aim> aim) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / limits.get(i));
    }
    return row(name + ", beside one SHA-256", ours, text(limits), Spread.of(ratios), aim);
  }

  private static Row garbage(String name, List<Double> ours) {
    List<Double> ratios = ours.stream().map(nanos -> GARBAGE_NANOS / nanos).toList();
    return row(
        name + ", beside a million a second and core",
        ours,
        "1,000 ns",
        Spread.of(ratios),
        Optional.of(Aim.atLeast(1)));
  }

  private static Row row(
      String name, List<Double> ours, String limit, Spread ratio, Optional<Aim> aim) {
    return new Row(
        name,
        "",
        0,
        text(ours),
        limit,
        ratio.median(),
        String.format(Locale.ROOT, "%.2f–%.2f", ratio.least(), ratio.most()),
        aim,
        "",
        "");
  }

  private static String text(List<Double> nanos) {
    return Spread.of(nanos).text("%,.0f") + " ns";
  }
}
