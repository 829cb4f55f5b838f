// Every transport of Connect and ZITADEL's own, over HTTP/1.1, HTTP/2 in clear text, and TLS.
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { createConnectTransport, createGrpcTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import * as web from "@connectrpc/connect-web";
import { NewAuthorizationBearerInterceptor } from "@zitadel/client";
import { createServerTransport } from "@zitadel/client/node";
import { createClientTransport } from "@zitadel/client/web";
import { manage, serve } from "../lib/life.js";
import { startServer } from "../lib/server.js";

const bearer = (make) => (token, options) => make({ ...options, interceptors: [NewAuthorizationBearerInterceptor(token)] });

/** By the name of a client: how it makes a transport with a token, and what it needs to be told. */
const CLIENTS = {
  "@zitadel/client in Node.js (gRPC over HTTP/2)": [createServerTransport, {}],
  "@zitadel/client for browsers (gRPC-web)": [createClientTransport, {}],
  "connect-node, gRPC over HTTP/2": [bearer(createGrpcTransport), {}],
  "connect-node, gRPC over HTTP/2, gzip": [bearer(createGrpcTransport), { gzip: true }],
  "connect-node, gRPC-web over HTTP/1.1": [bearer(createGrpcWebTransport), { httpVersion: "1.1" }],
  "connect-node, gRPC-web over HTTP/2": [bearer(createGrpcWebTransport), { httpVersion: "2" }],
  "connect-node, Connect with JSON over HTTP/1.1": [bearer(createConnectTransport), { httpVersion: "1.1", useBinaryFormat: false }],
  "connect-node, Connect with protobuf over HTTP/2": [bearer(createConnectTransport), { httpVersion: "2", useBinaryFormat: true }],
  "connect-node, Connect with protobuf over HTTP/1.1, gzip": [bearer(createConnectTransport), { httpVersion: "1.1", useBinaryFormat: true, gzip: true }],
  "connect-web, gRPC-web": [bearer(web.createGrpcWebTransport), {}],
  "connect-web, Connect with JSON": [bearer(web.createConnectTransport), {}],
  "connect-web, Connect with protobuf": [bearer(web.createConnectTransport), { useBinaryFormat: true }],
};

/** Browsers' clients use fetch, which takes its certificates from the environment alone. */
const overTls = (name) => name.includes("-node") || name.includes("Node.js");

async function options(server, told) {
  const { gzip, ...rest } = told;
  const made = { baseUrl: server.base, ...rest };
  if (gzip) {
    const { compressionGzip } = await import("@connectrpc/connect-node");
    Object.assign(made, { sendCompression: compressionGzip, acceptCompression: [compressionGzip], compressMinBytes: 1 });
  }
  if (server.ca) made.nodeOptions = { ca: readFileSync(server.ca) };
  return made;
}

for (const tls of [false, true]) {
  describe(tls ? "over TLS" : "in clear text", () => {
    let server;
    before(async () => { server = await startServer({ tls }); });
    after(async () => { await server?.stop(); });
    for (const [name, [make, told]] of Object.entries(CLIENTS)) {
      if (tls && !overTls(name)) continue;
      test(`${name}: management API`, async () => {
        const made = await options(server, told);
        await manage((token) => make(token, made), server.administrator);
      });
      test(`${name}: user API`, async () => {
        const made = await options(server, told);
        await serve((token) => make(token, made), server.administrator);
      });
    }
  });
}
