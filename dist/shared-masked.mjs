import {
  __esm
} from "./shared-runtime.mjs";

// src/core/text/masked.ts
function fixed(text) {
  return text;
}
function masked(texts, ...values) {
  return String.raw({ raw: texts }, ...values);
}
function joinMasked(parts, separator) {
  return parts.join(separator);
}
function reshaped(text, reshape) {
  return reshape(text);
}
var init_masked = __esm({
  "src/core/text/masked.ts"() {
    "use strict";
  }
});

export {
  fixed,
  masked,
  joinMasked,
  reshaped,
  init_masked
};
