// Every answer in JSON is read by ZITADEL's own messages, and comes out of them as it went in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fromJson, toJson } from "@bufbuild/protobuf";
import * as management from "@zitadel/proto/zitadel/management_pb.js";
import * as user from "@zitadel/proto/zitadel/user/v2/user_service_pb.js";
import { ORGANIZATION, startServer } from "../lib/server.js";

let server;
before(async () => { server = await startServer(); });
after(async () => { await server?.stop(); });

async function call(method, path, body) {
  const answer = await fetch(server.base + path, {
    method,
    headers: { authorization: `Bearer ${server.administrator}`, "x-zitadel-orgid": ORGANIZATION, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "application/json");
  return answer.json();
}

function same(schema, json) {
  assert.deepEqual(toJson(schema, fromJson(schema, json)), json);
}

test("the management API", async () => {
  const created = await call("POST", "/management/v1/users/ci/pats", { expirationDate: "2031-02-03T04:05:06.789Z" });
  same(management.AddPersonalAccessTokenResponseSchema, created);
  const path = `/management/v1/users/ci/pats/${created.tokenId}`;
  same(management.GetPersonalAccessTokenByIDsResponseSchema, await call("GET", path));
  same(management.ListPersonalAccessTokensResponseSchema, await call("POST", "/management/v1/users/ci/pats/_search", {}));
  same(management.ListPersonalAccessTokensResponseSchema, await call("POST", "/management/v1/users/nobody/pats/_search", {}));
  same(management.RemovePersonalAccessTokenResponseSchema, await call("DELETE", path));
});

test("the user API", async () => {
  const created = await call("POST", "/v2/users/ci/pats", { expirationDate: "2031-02-03T04:05:06Z" });
  same(user.AddPersonalAccessTokenResponseSchema, created);
  same(user.ListPersonalAccessTokensResponseSchema, await call("POST", "/v2/users/pats/search", {}));
  same(user.ListPersonalAccessTokensResponseSchema,
    await call("POST", "/v2/users/pats/search", { filters: [{ userIdFilter: { id: "nobody" } }] }));
  same(user.RemovePersonalAccessTokenResponseSchema, await call("DELETE", `/v2/users/ci/pats/${created.tokenId}`));
});
