/** The only file that reaches the environment, the clock, timers and randomness. */
import { userInfo } from 'node:os';
import { parseModelAddress, parseWebAddress } from '../config/fields/inputs.ts';
import type { GitHubEnvironment } from '../config/github/github-token.ts';
import { secretsIn } from '../core/access/address-secrets.ts';
import { Halt } from '../core/ending.ts';
import type { Clock, Random } from '../ports.ts';

/** What the program reads from its environment. Empty means not set. */
export interface RunnerEnvironment {
  readonly openaiKey: string;
  readonly openaiBaseUrl: string;
  readonly openaiModel: string;
  /** `WAKEFUL_STOP`: any value stops the agent and is the reason shown. */
  readonly stop: string;
  readonly github: GitHubEnvironment;
  readonly hasNoColor: boolean;
  readonly isCi: boolean;
  /** The script or command of npm that started the program: `start`, `npx`, …; empty: npm did not. */
  readonly npmEvent: string;
}

/** Reads and checks the environment once. `Halt('bad_settings')` names the variable and what would be right. */
export function environment(): RunnerEnvironment {
  return {
    openaiKey: text('OPENAI_API_KEY').trim(),
    openaiBaseUrl: webAddress('OPENAI_BASE_URL', parseModelAddress),
    openaiModel: text('OPENAI_MODEL').trim(),
    stop: text('WAKEFUL_STOP'),
    github: {
      token: text('GITHUB_TOKEN').trim() || text('GH_TOKEN').trim(),
      enterpriseToken: text('GH_ENTERPRISE_TOKEN').trim() || text('GITHUB_ENTERPRISE_TOKEN').trim(),
      serverUrl: webAddress('GITHUB_SERVER_URL'),
      apiUrl: webAddress('GITHUB_API_URL'),
      host: text('GH_HOST').trim(),
    },
    hasNoColor: text('NO_COLOR') !== '',
    isCi: !['', 'false', '0'].includes(text('CI').toLowerCase()),
    npmEvent: text('npm_lifecycle_event'),
  };
}

/** Values of the environment that must never be written anywhere, whether or not they are right. */
export function environmentSecrets(): readonly string[] {
  const values = TOKENS.map((name) => text(name).trim()).filter((value) => value !== '');
  return [...values, ...ADDRESSES.flatMap((name) => secretsIn(text(name)))];
}

const TOKENS = [
  'OPENAI_API_KEY',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
];
const ADDRESSES = ['OPENAI_BASE_URL', 'GITHUB_SERVER_URL', 'GITHUB_API_URL'];

/** What child processes may inherit: everything but the model's key, an Action's inputs and a runner's own tokens. */
export function childEnvironment(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.test(name)));
}

const WITHHELD = /^(OPENAI_API_KEY$|INPUT_|ACTIONS_|OTEL_)/i;

function text(name: string): string {
  return process.env[name] ?? '';
}

function webAddress(name: string, parse = parseWebAddress): string {
  const value = text(name).trim();
  if (value === '') return '';
  const reading = parse(value);
  if (reading.kind === 'value') return reading.value;
  const { message, hint } = reading.problem;
  throw new Halt('bad_settings', `${name}: ${message}; ${hint}, or unset it.`);
}

/** Who is at the keyboard, as the system knows them. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers often run as a user without a name.
    return 'a person';
  }
}

/** `offsetMs` moves the wall clock, so that a rehearsal can play another time. Timers run at their usual pace. */
export function systemClock(options: { readonly offsetMs: number }): Clock {
  return {
    now: () => Date.now() + options.offsetMs,
    // Not `performance.now()`: the first use of that object loads ten of node's own modules.
    monotonic: () => process.uptime() * 1000,
    sleep,
    every(ms, action) {
      const timer = setInterval(action, ms);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

export function systemRandom(): Random {
  return {
    nonce: () => randomBytes(16).toString('hex'),
    // 48 bits fit a double exactly.
    fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  };
}

/** By the global object, which is loaded when it is first used: `node:crypto` costs 8 ms at every start. */
function randomBytes(count: number): Buffer {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(count)));
}
