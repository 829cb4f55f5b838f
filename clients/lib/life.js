// The life of a token, by any client: created, used, got, listed, removed, and refused from then on.
import assert from "node:assert/strict";
import { Code, ConnectError } from "@connectrpc/connect";
import { ManagementService } from "@zitadel/proto/zitadel/management_pb.js";
import { UserService } from "@zitadel/proto/zitadel/user/v2/user_service_pb.js";
import { createClientFor, timestampFromDate } from "@zitadel/client";
import { ORGANIZATION } from "./server.js";

const USER = "ci";
const HEADERS = { headers: { "x-zitadel-orgid": ORGANIZATION } };

const refused = (code, message) => (error) => {
  assert.ok(error instanceof ConnectError, String(error));
  assert.equal(error.code, code);
  assert.equal(error.rawMessage, message);
  return true;
};

/** By the management API; `transport(token)` makes the client's transport with a token. */
export async function manage(transport, administrator) {
  const admin = createClientFor(ManagementService)(transport(administrator));
  const created = await admin.addPersonalAccessToken(
    { userId: USER, expirationDate: timestampFromDate(new Date(Date.now() + 3_600_000)) }, HEADERS);
  assert.match(created.tokenId, /^[1-9][0-9]{16,18}$/);
  assert.match(created.token, /^lkpat_[0-9A-Za-z]{49}$/);
  assert.equal(created.details.resourceOwner, ORGANIZATION);
  assert.equal(typeof created.details.sequence, "bigint");

  const own = createClientFor(ManagementService)(transport(created.token));
  const ids = { userId: USER, tokenId: created.tokenId };
  const got = await own.getPersonalAccessTokenByIDs(ids);
  assert.equal(got.token.id, created.tokenId);
  assert.deepEqual(got.token.details, created.details);
  assert.ok(got.token.scopes.includes("openid"));
  const listed = await own.listPersonalAccessTokens({ userId: USER });
  assert.ok(listed.result.some((token) => token.id === created.tokenId));
  assert.equal(Number(listed.details.totalResult), listed.result.length);

  await assert.rejects(own.addPersonalAccessToken({ userId: USER }),
    refused(Code.PermissionDenied, "No matching permissions found (AUTH-5mWD2)"));
  const removed = await admin.removePersonalAccessToken(ids, HEADERS);
  assert.equal(removed.details.resourceOwner, ORGANIZATION);
  await assert.rejects(own.getPersonalAccessTokenByIDs(ids), refused(Code.Unauthenticated, "Errors.Token.Invalid (AUTH-7fs1e)"));
  await assert.rejects(admin.getPersonalAccessTokenByIDs(ids, HEADERS),
    refused(Code.NotFound, "Errors.PersonalAccessToken.NotFound (QUERY-fRunu)"));
}

/** By the user API, where the user has its own tokens in hand. */
export async function serve(transport, administrator) {
  const admin = createClientFor(UserService)(transport(administrator));
  const expirationDate = timestampFromDate(new Date(Date.now() + 3_600_000));
  const first = await admin.addPersonalAccessToken({ userId: USER, expirationDate });
  const own = createClientFor(UserService)(transport(first.token));
  const created = await own.addPersonalAccessToken({ userId: USER, expirationDate });
  const filter = { filter: { case: "tokenIdFilter", value: { id: created.tokenId } } };
  const listed = await own.listPersonalAccessTokens({ filters: [filter] });
  assert.equal(listed.pagination.totalResult, 1n);
  assert.equal(listed.pagination.appliedLimit, 100n);
  assert.deepEqual(listed.result.map((token) => [token.id, token.userId, token.organizationId]), [[created.tokenId, USER, ORGANIZATION]]);
  assert.deepEqual(listed.result[0].expirationDate, expirationDate);

  await assert.rejects(own.listPersonalAccessTokens({ pagination: { limit: 1001 } }),
    refused(Code.InvalidArgument, "Limit exceeded (QUERY-4M0fs)"));
  const removed = await own.removePersonalAccessToken({ userId: USER, tokenId: created.tokenId });
  assert.ok(removed.deletionDate);
  await own.removePersonalAccessToken({ userId: USER, tokenId: first.tokenId });
  await assert.rejects(own.listPersonalAccessTokens({}), refused(Code.Unauthenticated, "Errors.Token.Invalid (AUTH-7fs1e)"));
}
