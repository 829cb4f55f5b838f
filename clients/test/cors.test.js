// What a browser asks before it calls, and what it needs to see in the answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ORIGIN, startServer } from "../lib/server.js";

let server;
before(async () => { server = await startServer(); });
after(async () => { await server?.stop(); });

const preflight = (origin, path) => fetch(server.base + path, {
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type,x-grpc-web,x-zitadel-orgid" },
});

for (const path of ["/management/v1/users/ci/pats", "/v2/users/pats/search", "/zitadel.user.v2.UserService/AddPersonalAccessToken"]) {
  test(`a listed origin may call ${path}`, async () => {
    const answer = await preflight(ORIGIN, path);
    assert.ok(answer.ok, String(answer.status));
    assert.equal(answer.headers.get("access-control-allow-origin"), ORIGIN);
    assert.match(answer.headers.get("access-control-allow-methods"), /POST/);
    for (const name of ["authorization", "content-type", "x-grpc-web", "x-zitadel-orgid"]) {
      assert.ok(answer.headers.get("access-control-allow-headers").toLowerCase().includes(name), name);
    }
  });

  test(`another origin may not call ${path}`, async () => {
    const answer = await preflight("https://evil.example", path);
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
  });
}

test("an answer to a listed origin can be read, with its gRPC status", async () => {
  const answer = await fetch(`${server.base}/zitadel.user.v2.UserService/ListPersonalAccessTokens`, {
    method: "POST", headers: { origin: ORIGIN, "content-type": "application/grpc-web+proto" }, body: new Uint8Array(5),
  });
  assert.equal(answer.headers.get("access-control-allow-origin"), ORIGIN);
  assert.match(answer.headers.get("access-control-expose-headers").toLowerCase(), /grpc-status/);
});
