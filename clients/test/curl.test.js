// curl: HTTP/1.1, HTTP/2 in clear text by prior knowledge, and TLS with both. An offer to upgrade may be taken or not: RFC 9113 §3.1 has
// withdrawn it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { ORGANIZATION, startServer } from "../lib/server.js";

const VERSIONS = {
  "in clear text": { "HTTP/1.1": ["--http1.1", /^1\.1$/], "HTTP/2 by prior knowledge": ["--http2-prior-knowledge", /^2$/], "HTTP/1.1 with an offer to upgrade": ["--http2", /^(1\.1|2)$/] },
  "over TLS": { "HTTP/1.1": ["--http1.1", /^1\.1$/], "HTTP/2": ["--http2", /^2$/] },
};

for (const [how, versions] of Object.entries(VERSIONS)) {
  describe(how, () => {
    let server;
    before(async () => { server = await startServer({ tls: how === "over TLS" }); });
    after(async () => { await server?.stop(); });
    for (const [name, [flag, version]] of Object.entries(versions)) {
      test(name, () => {
        const curl = (token, method, path, body) => {
          const args = ["--silent", "--show-error", flag, "--request", method, server.base + path,
            "--header", `authorization: Bearer ${token}`, "--header", `x-zitadel-orgid: ${ORGANIZATION}`, "--write-out", "\n%{http_version} %{http_code}"];
          if (body) args.push("--data", body);
          if (server.ca) args.push("--cacert", server.ca);
          const [answer, told] = execFileSync("curl", args, { encoding: "utf8" }).split(/\n(?=[^\n]*$)/);
          const [spoken, status] = told.split(" ");
          assert.match(spoken, version);
          return { status: Number(status), json: JSON.parse(answer) };
        };
        const created = curl(server.administrator, "POST", "/management/v1/users/ci/pats", "{}");
        assert.equal(created.status, 200);
        const { token, tokenId } = created.json;
        const path = `/management/v1/users/ci/pats/${tokenId}`;
        assert.equal(curl(token, "GET", path).json.token.id, tokenId);
        assert.ok(curl(token, "POST", "/management/v1/users/ci/pats/_search", "{}").json.result.some((t) => t.id === tokenId));
        assert.equal(curl(server.administrator, "DELETE", path).status, 200);
        assert.equal(curl(token, "GET", path).status, 401);
      });
    }
  });
}
