import {
  __esm
} from "./shared-runtime.mjs";

// src/core/access/plain-http.ts
function isLocalAddress(address) {
  const host = new URL(address).hostname.toLowerCase().replace(/\.$/, "");
  if (/^[\d.]+$|^\[/.test(host)) return LOCAL_ADDRESSES.some((pattern) => pattern.test(host));
  return !host.includes(".") || LOCAL_NAMES.test(host);
}
function isOpenToOthers(address) {
  return new URL(address).protocol === "http:" && !isLocalAddress(address);
}
var LOCAL_NAMES, LOCAL_ADDRESSES;
var init_plain_http = __esm({
  "src/core/access/plain-http.ts"() {
    "use strict";
    LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|test)$/;
    LOCAL_ADDRESSES = [
      /^127\./,
      /^10\./,
      /^192\.168\./,
      /^172\.(?:1[6-9]|2\d|3[01])\./,
      /^\[::1\]$/,
      /^\[f[cd][0-9a-f]{2}:/
    ];
  }
});

export {
  isOpenToOthers,
  init_plain_http
};
