import {
  __esm
} from "./shared-runtime.mjs";

// src/report/failures/sandbox-texts.ts
var SANDBOX_TEXTS;
var init_sandbox_texts = __esm({
  "src/report/failures/sandbox-texts.ts"() {
    "use strict";
    SANDBOX_TEXTS = {
      notInstalled: "bubblewrap (bwrap) is not installed, and without it no command is run.",
      notStarted: (why) => `bubblewrap could not be started: ${why}.`,
      doesNotWork: (why) => `bubblewrap does not work here: ${why}.`,
      tooOld: "bubblewrap is too old: version 0.8 or newer is needed, and without it no command is run.",
      noNamespaces: "User namespaces are not allowed here; on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0.",
      connectOnly: "This proxy passes connections on (CONNECT) and does nothing else.",
      hostRefused: "This host or port is not among those that setup may reach.",
      addressRefused: "The name of this host leads to an address that is not on the public internet.",
      /** Behind the output of a command that failed. */
      refused: (targets) => `Connections to ${targets.join(", ")} were refused: setup_hosts in the settings does not name the host, or its name leads to an address that is not public.`,
      /** In the place of output that was too long. */
      beginningLeftOut: "(the beginning was left out)",
      middleLeftOut: "(the middle was left out)",
      /** Before the output of a command in a copy. */
      notAllCopied: "(not all files could be copied)"
    };
  }
});

export {
  SANDBOX_TEXTS,
  init_sandbox_texts
};
