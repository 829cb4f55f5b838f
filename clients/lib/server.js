// Starts the example host from its jar, on ports of its own, with an organization, a machine user and its administrator.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const JAR = fileURLToPath(new URL("../../host-example/target/latchkey-host.jar", import.meta.url));

export const ORGANIZATION = "acme";
export const ORIGIN = "https://console.example";

const DIRECTORY = {
  organizations: [{ id: ORGANIZATION }],
  users: [{ id: "ci", organization: ORGANIZATION, kind: "machine" }],
  memberships: [{ user: "ci", organization: ORGANIZATION, roles: ["ORG_OWNER_VIEWER"] }],
};

/** A certificate for localhost, made by the JDK that runs the server. */
function certificate(folder) {
  const store = join(folder, "server.p12");
  execFileSync("keytool", [
    "-genkeypair", "-alias", "server", "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", store, "-storepass", "changeit",
    "-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2",
  ], { stdio: "pipe" });
  const pem = execFileSync("keytool", ["-exportcert", "-rfc", "-alias", "server", "-keystore", store, "-storepass", "changeit"],
    { stdio: ["ignore", "pipe", "pipe"] });
  const ca = join(folder, "server.pem");
  writeFileSync(ca, pem);
  return { store, ca };
}

async function start(args, folder, environment) {
  const server = spawn("java", ["-jar", JAR, "--http.port=0", `--data.dir=${join(folder, "data")}`, ...args],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const base = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      log += chunk;
      const ready = /Latchkey is ready at (\S+)/.exec(log);
      if (ready) resolve(ready[1]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${log}`)));
  });
  return { server, base };
}

/** A running server; to be stopped. */
export async function startServer({ tls = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-clients-"));
  const users = join(folder, "users.json");
  writeFileSync(users, JSON.stringify(DIRECTORY));
  const args = [`--directory.import=${users}`, `--http.cors-origins=${ORIGIN}`];
  let ca;
  const environment = {};
  if (tls) {
    const made = certificate(folder);
    ca = made.ca;
    args.push(`--tls.keystore=${made.store}`);
    environment.LATCHKEY_TLS_KEYSTORE_PASSWORD = "changeit";
  }
  const { server, base } = await start(args, folder, environment);
  return {
    base: base.replace("127.0.0.1", "localhost"),
    ca,
    administrator: readFileSync(join(folder, "data", "bootstrap.pat"), "utf8").trim(),
    async stop() {
      server.removeAllListeners("exit");
      const ended = new Promise((resolve) => server.on("exit", resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
