#!/usr/bin/env node
import {
  dispatch,
  init_npm_origin,
  npmOrigin
} from "./shared-page-parts.mjs";
import {
  COMMAND_TEXTS,
  environment,
  environmentSecrets,
  init_command_texts,
  init_runner
} from "./shared-work-folders.mjs";
import "./shared-sandbox-texts.mjs";
import "./shared-progress.mjs";
import "./shared-re2js.mjs";
import "./shared-meter.mjs";
import {
  createMask,
  init_mask,
  init_program,
  withProgram
} from "./shared-noble-hashes.mjs";
import {
  Halt,
  init_ending
} from "./shared-get-east-asian-width.mjs";
import "./shared-yaml.mjs";
import "./shared-inputs.mjs";
import "./shared-plain-http.mjs";
import "./shared-valibot.mjs";
import "./shared-masked.mjs";
import "./shared-runtime.mjs";

// src/commands/terminal/older-node.ts
var older = Map;
if (older.groupBy === void 0) {
  Object.defineProperty(Map, "groupBy", {
    value: (values, keyOf) => {
      const groups = /* @__PURE__ */ new Map();
      let index = 0;
      for (const value of values) {
        const key = keyOf(value, index++);
        const group = groups.get(key);
        if (group === void 0) groups.set(key, [value]);
        else group.push(value);
      }
      return groups;
    }
  });
}
var olderPromise = Promise;
if (olderPromise.withResolvers === void 0) {
  Object.defineProperty(Promise, "withResolvers", {
    value: () => {
      let resolve;
      let reject;
      const promise = new Promise((onValue, onError) => {
        resolve = onValue;
        reject = onError;
      });
      return { promise, resolve, reject };
    }
  });
}

// src/cli.ts
init_runner();
import { join as join2 } from "node:path";

// src/commands/terminal/ask.ts
import { createInterface } from "node:readline/promises";
function asker() {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await lines.question(question)).trim();
    } finally {
      lines.close();
    }
  };
}

// src/commands/terminal/started-as.ts
init_npm_origin();
import { basename, join, relative, sep } from "node:path";
function startedAs({ event, script, folder, home }) {
  if (event === "start") return "npm start --";
  const isPackage = basename(join(home, "..")) === "node_modules";
  if (isPackage && (event === "npx" || home.includes(`${sep}_npx${sep}`)))
    return `npx --yes ${packageName(home)}`;
  if (isPackage) return script.includes(join("node_modules", ".bin")) ? "npx wakeful" : "wakeful";
  const path = relative(folder, script);
  return `node ${quoted(path.startsWith("..") ? script : path)}`;
}
function packageName(home) {
  const origin = npmOrigin(home);
  switch (origin?.kind) {
    case "git":
      return `--allow-git=all ${origin.repository === null ? quoted(`git+${origin.url}`) : `github:${origin.repository}`}`;
    case "file":
      return quoted(`file:${origin.path}`);
    default:
      return "wakeful";
  }
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

// src/cli.ts
init_mask();
init_ending();
init_program();
init_command_texts();
var SECRETS = environmentSecrets();
var MASK = createMask({ values: SECRETS, patterns: [] });
var HOME = join2(import.meta.dirname, "..");
var PROGRAM_NAME = startedAs({
  event: environment().npmEvent,
  script: process.argv[1] ?? "",
  folder: process.cwd(),
  home: HOME
});
var USUAL_WIDTH = 80;
function output(stream) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
  });
  return {
    write: (text) => {
      if (stream.writable) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.columns ?? USUAL_WIDTH;
    }
  };
}
function terminal() {
  const { hasNoColor, isCi } = environment();
  return {
    mask: MASK,
    secrets: SECRETS,
    out: output(process.stdout),
    err: output(process.stderr),
    folder: process.cwd(),
    isPlain: hasNoColor || isCi,
    program: PROGRAM_NAME,
    home: HOME,
    ask: asker()
  };
}
try {
  process.exitCode = await dispatch(process.argv.slice(2), terminal());
} catch (error) {
  const text = error instanceof Halt ? error.detail : COMMAND_TEXTS.defect(error instanceof Error ? String(error.stack) : String(error));
  process.stderr.write(MASK.mask(withProgram(`wakeful: ${text}
`, PROGRAM_NAME)));
  process.exitCode = 1;
}
