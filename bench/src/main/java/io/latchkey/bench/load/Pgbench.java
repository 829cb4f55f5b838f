package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.measure.AnswerTimes;
import io.latchkey.bench.measure.Side;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, with a script of ours. */
final class Pgbench implements Side {

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

  private static final String COLUMNS =
      "(token_id, organization_id, user_id, event_sequence, digest, digest_algorithm,"
          + " digest_key_id, creation_date, change_date, expiration_date, scopes, name)";

  /** With scopes of the same length as ours: pgbench takes a name after a colon for a variable. */
  private static final String VALUES =
      "sha256(int8send(:id::bigint)), 'SHA-256', '', 1800000000000000, 1800000000000000,"
          + " 4070908800000000, 'openid profile urn.zitadel.iam.user.metadata"
          + " urn.zitadel.iam.user.resourceowner', NULL";

  private static final String RANDOM =
      "\\set id random(1, 9223372036854775806)\n\\set user random(1, 99)\n";

  private static final String INSERT =
      RANDOM
          + "INSERT INTO latchkey_token "
          + COLUMNS
          + " VALUES (:id::bigint, 'acme', 'user-' || :user::int, 1, "
          + VALUES
          + ");\n";

  private static final String COUNTED =
      RANDOM
          + "WITH counted AS (INSERT INTO latchkey_event_counter AS c (organization_id, user_id, last_sequence)"
          + " VALUES ('acme', 'user-' || :user::int, 1) ON CONFLICT (organization_id, user_id)"
          + " DO UPDATE SET last_sequence = c.last_sequence + 1 RETURNING user_id, last_sequence)"
          + " INSERT INTO latchkey_token "
          + COLUMNS
          + " SELECT :id::bigint, 'acme', user_id, last_sequence, "
          + VALUES
          + " FROM counted;\n";

  private final String program;
  private final PostgresDatabase database;
  private final Path script;

  /** Writes the script into a folder. */
  Pgbench(PostgresDatabase database, Path script, String text) throws IOException {
    this.program = find();
    this.database = database;
    this.script = Files.writeString(script, text);
  }

  /** Debian keeps it beside the server, and not on the path for want of a cluster. */
  static String find() throws IOException {
    Stream<Path> path =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of);
    return Stream.concat(versions(), path)
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pgbench is not installed; it is in Debian's package postgresql (apt-get install"
                        + " postgresql), elsewhere in postgresql-contrib"))
        .toString();
  }

  private static Stream<Path> versions() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (Files.notExists(all)) {
      return Stream.empty();
    }
    try (Stream<Path> versions = Files.list(all)) {
      return versions.map(version -> version.resolve("bin")).sorted().toList().stream();
    }
  }

  @Override
  public Turn run(int clients, Duration duration) throws Exception {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                program,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + seconds(clients, duration),
                "--file=" + script));
    builder.environment().put("PGHOST", address.getHost());
    builder.environment().put("PGPORT", Integer.toString(address.getPort()));
    builder.environment().put("PGDATABASE", database.name());
    builder.environment().put("PGUSER", database.user());
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    Matcher rate = RATE.matcher(output);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench failed: " + output);
    }
    return new Turn(Double.parseDouble(rate.group(1)), new AnswerTimes(), 0);
  }

  /**
   * Its time runs while it connects, which is a login by SCRAM for each client; its rate does not.
   */
  private static long seconds(int clients, Duration duration) {
    return duration.toSeconds() + 1 + clients / 16;
  }

  /** The insert of a token, and if wished the count of its owner's events in the same statement. */
  static String script(boolean counted) {
    return counted ? COUNTED : INSERT;
  }
}
