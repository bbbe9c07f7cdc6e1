import {
  SANDBOX_TEXTS,
  init_sandbox_texts
} from "./shared-sandbox-texts.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/adapters/sandbox/public-address.ts
import { BlockList, isIP } from "node:net";
function isPublicAddress(address) {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, "ipv4");
  return version === 6 && global6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}
var NOT_PUBLIC_4, NOT_PUBLIC_6, notPublic, global6;
var init_public_address = __esm({
  "src/adapters/sandbox/public-address.ts"() {
    "use strict";
    NOT_PUBLIC_4 = [
      ["0.0.0.0", 8],
      ["10.0.0.0", 8],
      ["100.64.0.0", 10],
      ["127.0.0.0", 8],
      ["168.63.129.16", 32],
      ["169.254.0.0", 16],
      ["172.16.0.0", 12],
      ["192.0.0.0", 24],
      ["192.0.2.0", 24],
      ["192.88.99.0", 24],
      ["192.168.0.0", 16],
      ["198.18.0.0", 15],
      ["198.51.100.0", 24],
      ["203.0.113.0", 24],
      ["224.0.0.0", 3]
    ];
    NOT_PUBLIC_6 = [
      ["2001::", 23],
      ["2001:db8::", 32],
      ["2002::", 16],
      ["3fff::", 20]
    ];
    notPublic = new BlockList();
    for (const [address, bits] of NOT_PUBLIC_4) notPublic.addSubnet(address, bits, "ipv4");
    for (const [address, bits] of NOT_PUBLIC_6) notPublic.addSubnet(address, bits, "ipv6");
    global6 = new BlockList();
    global6.addSubnet("2000::", 3, "ipv6");
  }
});

// src/adapters/sandbox/registry-proxy.ts
import { lookup } from "node:dns/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { BlockList as BlockList2, connect, isIP as isIP2 } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
function fixedAnswer(addresses) {
  const all = addresses.map((address) => ({ address, family: isIP2(address) }));
  return (_, { all: wantsAll }, answer) => {
    const [first] = all;
    if (wantsAll === true || first === void 0) answer(null, all);
    else answer(null, first.address, first.family);
  };
}
async function openRegistryProxy(hosts, dependencies = SYSTEM_DEPENDENCIES) {
  const folder = await mkdtemp(join(tmpdir(), "wakeful-proxy-"));
  const socket = join(folder, "socket");
  const open = /* @__PURE__ */ new Set();
  const refused = [];
  const server = createServer({ maxHeaderSize: 8192 }, (_, response) => {
    response.writeHead(405, { connection: "close" }).end(SANDBOX_TEXTS.connectOnly);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on("connection", (client) => keep(client, open));
  server.on("clientError", (_, client) => client.destroy());
  server.on("connect", ({ url = "" }, client, head) => {
    const refuse = (reason) => {
      const asked = url.slice(0, MOST_ASKED);
      if (refused.length < MOST_REFUSED && !refused.includes(asked)) refused.push(asked);
      client.end(
        `HTTP/1.1 403 Forbidden\r
Content-Type: text/plain\r
Connection: close\r
\r
${reason}
`
      );
    };
    client.on("error", () => client.destroy());
    reachable(url, hosts, dependencies).then(
      (found) => {
        if (found.kind === "refused") refuse(found.reason);
        else if (!client.destroyed)
          tunnel(client, keep(dependencies.dial(found.addresses, found.port), open), head);
      },
      () => client.end(BAD_GATEWAY)
    );
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(socket, resolve);
  });
  return {
    socket,
    refused,
    async close() {
      server.close();
      for (const each of open) each.destroy();
      await rm(folder, { recursive: true, force: true });
    }
  };
}
async function reachable(url, hosts, dependencies) {
  const colon = url.lastIndexOf(":");
  const host = url.slice(0, colon).toLowerCase();
  const port = PORTS.get(url.slice(colon + 1));
  if (isIP2(host) !== 0 || !hosts.includes(host) || port === void 0)
    return { kind: "refused", reason: SANDBOX_TEXTS.hostRefused };
  const addresses = await dependencies.resolve(host);
  const own = ownAddresses(dependencies.own());
  const isReachable = (address) => isPublicAddress(address) && !own.check(address, isIP2(address) === 4 ? "ipv4" : "ipv6");
  if (addresses.length === 0 || !addresses.every(isReachable))
    return { kind: "refused", reason: SANDBOX_TEXTS.addressRefused };
  return { kind: "reachable", addresses, port };
}
function ownAddresses(addresses) {
  const own = new BlockList2();
  for (const address of addresses)
    if (isIP2(address) !== 0) own.addAddress(address, isIP2(address) === 4 ? "ipv4" : "ipv6");
  return own;
}
function tunnel(client, upstream, head) {
  let isConnected = false;
  upstream.setTimeout(IDLE_MS, () => upstream.destroy());
  upstream.on("connect", () => {
    isConnected = true;
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
  upstream.on("error", () => {
    if (!isConnected) client.end(BAD_GATEWAY);
  });
  upstream.on("close", () => isConnected ? client.destroy() : void 0);
  client.on("close", () => upstream.destroy());
}
function keep(connection, open) {
  open.add(connection);
  connection.on("close", () => open.delete(connection));
  return connection;
}
var PORTS, MOST_CONNECTIONS, IDLE_MS, MOST_REFUSED, MOST_ASKED, BAD_GATEWAY, SYSTEM_DEPENDENCIES;
var init_registry_proxy = __esm({
  "src/adapters/sandbox/registry-proxy.ts"() {
    init_sandbox_texts();
    init_public_address();
    PORTS = /* @__PURE__ */ new Map([
      ["443", 443],
      ["80", 80]
    ]);
    MOST_CONNECTIONS = 128;
    IDLE_MS = 12e4;
    MOST_REFUSED = 5;
    MOST_ASKED = 200;
    BAD_GATEWAY = "HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n";
    SYSTEM_DEPENDENCIES = {
      resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
      dial: (addresses, port) => connect({ host: "resolved", port, lookup: fixedAnswer(addresses) }),
      own: () => Object.values(networkInterfaces()).flatMap((each) => each ?? []).map(({ address }) => address)
    };
  }
});
init_registry_proxy();
export {
  openRegistryProxy
};
