/** Something that reaches outside, or gives another answer each time, and the files that may use it. */
export interface Restricted {
  /** What the rule says, e.g. `process.env`. */
  readonly name: string;
  readonly allowed: readonly string[];
}

const RUNNER = 'adapters/runner.ts';
/** What the runner of GitHub Actions hands over and takes. */
const ACTIONS = 'adapters/actions/';
const ENTRIES = ['cli.ts', 'action.ts', 'commands/', RUNNER];
const REHEARSAL = 'rehearsal/';
/** The script of the page: a visitor's clock is what it is about. */
const PAGE_SCRIPT = 'report/page/browser/';
const OUTSIDE = ['adapters/', REHEARSAL, 'cli.ts', 'action.ts', 'commands/'];

const OCTOKIT = ['adapters/github/'];
const OPENAI = ['adapters/openai-model.ts', 'adapters/openai/'];

/** Packages, by what an import names. A name that ends in `/` stands for everything below it. */
export const RESTRICTED_PACKAGES: readonly (Restricted & { readonly how?: 'lazy' })[] = [
  { name: 'simple-git', allowed: ['adapters/git/'] },
  { name: 'openai', allowed: OPENAI, how: 'lazy' },
  { name: 'openai/', allowed: OPENAI, how: 'lazy' },
  { name: '@octokit/', allowed: OCTOKIT, how: 'lazy' },
  { name: '@actions/', allowed: [ACTIONS] },
  { name: 'yaml', allowed: ['config/'] },
  { name: 'valibot', allowed: ['config/', 'agent/', 'adapters/', 'finders/', REHEARSAL] },
  { name: 'node:child_process', allowed: ['adapters/'] },
  { name: 'node:fs', allowed: ['adapters/', REHEARSAL, 'commands/'] },
  { name: 'node:fs/', allowed: ['adapters/', REHEARSAL, 'commands/'] },
  { name: 'node:http', allowed: ['adapters/', REHEARSAL] },
  { name: 'node:https', allowed: ['adapters/', REHEARSAL] },
  { name: 'node:http2', allowed: ['adapters/', REHEARSAL] },
  { name: 'node:net', allowed: ['adapters/', REHEARSAL] },
  { name: 'node:timers', allowed: [RUNNER] },
  { name: 'node:timers/', allowed: [RUNNER] },
  { name: 'node:perf_hooks', allowed: [RUNNER] },
  { name: 'node:process', allowed: [RUNNER] },
  { name: 'node:module', allowed: [] },
];

/** What may be taken from `node:crypto` without being random. */
export const PURE_CRYPTO = ['createHash', 'createHmac', 'timingSafeEqual', 'Hash'];
export const RANDOM: Restricted = { name: 'node:crypto beyond hashing', allowed: [RUNNER] };

/** Children that are git: only the git adapter may start them. */
export const GIT_CHILD: Restricted = { name: 'a git process', allowed: ['adapters/git/'] };
export const STARTERS = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'];

interface RestrictedGlobal {
  /** Who may use members that are not named below; missing: everyone. */
  readonly rest?: readonly string[];
  /** Member → who may use it. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/** Members of global objects. */
export const RESTRICTED_GLOBALS: Readonly<Record<string, RestrictedGlobal>> = {
  process: {
    rest: OUTSIDE,
    members: {
      env: [RUNNER, ACTIONS],
      hrtime: [RUNNER],
      ...Object.fromEntries(
        ['on', 'once', 'off', 'exit', 'exitCode', 'stdin', 'stdout', 'stderr', 'argv'].map((name) => [
          name,
          name === 'stdout' ? [...ENTRIES, ACTIONS] : ENTRIES,
        ]),
      ),
    },
  },
  // A browser has none, and everything but the adapters and the commands runs in one as well.
  Buffer: { rest: OUTSIDE, members: {} },
  Date: { members: { now: [RUNNER, PAGE_SCRIPT] } },
  Math: { members: { random: [RUNNER] } },
  performance: { rest: [RUNNER], members: {} },
  crypto: { rest: [RUNNER], members: {} },
  AbortSignal: { members: { timeout: ['adapters/'] } },
  // It prints any text: `process.stdout` and `process.stderr` are asked for a masked one.
  console: { rest: [], members: {} },
  globalThis: { rest: [], members: {} },
  global: { rest: [], members: {} },
};

/** Global functions. */
export const RESTRICTED_FUNCTIONS: readonly Restricted[] = [
  { name: 'setTimeout', allowed: [RUNNER, PAGE_SCRIPT] },
  { name: 'setInterval', allowed: [RUNNER, PAGE_SCRIPT] },
  { name: 'setImmediate', allowed: [RUNNER, 'adapters/git/in-turns.ts', 'adapters/openai/body.ts'] },
  { name: 'fetch', allowed: ['adapters/'] },
  { name: 'eval', allowed: [] },
];

export const CLOCK: Restricted = { name: 'new Date() without a time', allowed: [RUNNER] };

/** Who may pass such an object on as a value, which hides what is done with its members. */
export const WHOLE_OBJECTS: readonly string[] = [RUNNER];
