import { createOpenAiModels } from '../../../src/adapters/openai-model.ts';
import { type Assignment, type LoopDependencies, type Pursuit, pursue } from '../../../src/agent/loop.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import { maskedRecord } from '../../../src/core/access/masked-record.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { Goal, Limits, Permissions } from '../../../src/core/goal.ts';
import { type Allotment, Meter } from '../../../src/core/money/meter.ts';
import type { Clock, Sandbox, SandboxCommand } from '../../../src/ports.ts';
import { dataOf, messageOf } from '../../../src/report/log/message-of.ts';
import { NO_ISSUES } from '../../../src/simulation/world/memory-issues.ts';
import { type MemoryFiles, MemoryWorkTree } from '../../support/memory/memory-work-tree.ts';
import { type ModelRequest, type Reply, startModelServer } from '../../support/model-server.ts';

export const BOUNDARY = 'b0b0b0b0b0b0';
export const KNOWN_SECRET = 'the-known-secret-value';

export const LIMITS: Limits = {
  minutes: 4,
  setupMinutes: 10,
  modelCalls: 20,
  attempts: 3,
  itemsPerWake: 10,
  tokens: 200_000,
  tokensPerDay: 400_000,
  usdPerDay: null,
  usdPerMonth: null,
  openDrafts: 1,
  changedFiles: 20,
  changedLines: 500,
  repeats: 3,
};

export const PERMISSIONS: Permissions = {
  read: ['**'],
  write: ['docs/**'],
  delete: ['docs/**'],
  effects: ['draft_pull_request'],
};

export function goalWith(change: Partial<Goal> = {}): Goal {
  return {
    id: 'docs-index',
    file: 'goals/docs-index.yml',
    blob: 'b'.repeat(40),
    title: 'Keep the docs index complete',
    objective: 'Make docs/index.md list every page.',
    schedule: { kind: 'once' },
    on: [],
    when: null,
    forEach: null,
    permissions: PERMISSIONS,
    limits: LIMITS,
    whenDraftIsOpen: 'wait',
    runsUnchanged: false,
    setup: [],
    checks: [],
    doneWhen: [],
    model: 'default',
    enabled: true,
    ...change,
  };
}

/** A clock that moves only when somebody sleeps or the test says so. */
export class TestClock implements Clock {
  ms = 0;
  readonly slept: number[] = [];

  now(): number {
    return this.ms;
  }

  monotonic(): number {
    return this.ms;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.slept.push(ms);
    this.ms += ms;
  }

  every(): () => void {
    return () => {};
  }
}

/** A sandbox whose commands end as the test says: the exit code and output of each run. */
export function testSandbox(
  run: (command: SandboxCommand, n: number) => { exitCode: number | null; output: string },
): Sandbox & { readonly ran: SandboxCommand[] } {
  const ran: SandboxCommand[] = [];
  return {
    ran,
    reasonUnavailable: async () => null,
    run: async (command) => ({ ...run(command, ran.push(command) - 1), milliseconds: 1_000 }),
  };
}

const NO_SANDBOX: Sandbox = {
  reasonUnavailable: async () => 'There is no sandbox in this test.',
  run: async () => {
    throw new Error('Nothing may run without a sandbox.');
  },
};

export interface Scene {
  readonly replies: readonly Reply[] | ((request: ModelRequest, n: number) => Reply);
  readonly files?: MemoryFiles;
  readonly tree?: MemoryWorkTree;
  readonly goal?: Partial<Goal>;
  readonly assignment?: Partial<Assignment>;
  readonly allotment?: Partial<Allotment>;
  readonly deps?: Partial<LoopDependencies>;
  readonly clock?: TestClock;
  /** Seconds that the item has. Default: 240. */
  readonly seconds?: number;
  readonly modelTimeoutMs?: number;
  /** A server that is not there any more. */
  readonly isServerGone?: boolean;
}

type Report = Pick<LogEntry, 'event' | 'message' | 'data'>;

export interface Played {
  readonly pursuit: Pursuit;
  readonly tree: MemoryWorkTree;
  readonly meter: Meter;
  readonly clock: TestClock;
  readonly requests: readonly ModelRequest[];
  /** As the log words them. */
  readonly reports: readonly Report[];
  readonly doings: readonly string[];
  /** What the model read, each message once, in order. */
  readonly told: readonly string[];
}

/** Works on one item with the real loop, the real adapter and real HTTP. */
export async function play(scene: Scene): Promise<Played> {
  const server = await startModelServer(scene.replies);
  if (scene.isServerGone === true) await server.close();
  const provider = createOpenAiModels({
    key: 'k',
    ...(scene.modelTimeoutMs !== undefined && { timeoutMs: scene.modelTimeoutMs }),
  });
  const model = await provider.open({
    model: 'm',
    baseUrl: server.baseUrl,
    price: null,
    maxOutputTokens: 4_096,
  });
  const tree = scene.tree ?? new MemoryWorkTree(scene.files ?? {});
  const clock = scene.clock ?? new TestClock();
  const limits = { tokens: 'limits.tokens', dollars: 'limits.usd_per_day' };
  const meter = new Meter({ tokens: 200_000, usdMicros: null, price: null, limits, ...scene.allotment });
  const reports: Report[] = [];
  const mask = createMask({ values: [KNOWN_SECRET], patterns: [] });
  const doings: string[] = [];
  const assignment: Assignment = {
    goal: goalWith(scene.goal),
    item: { key: 'window@1', title: 'the whole window' },
    window: { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z', commits: [], changed: [] },
    notes: [],
    isContinued: false,
    issue: null,
    issues: NO_ISSUES,
    queueLabels: [],
    tree,
    model,
    maxOutputTokens: 4_096,
    protectedGlobs: [],
    goalsFolder: 'goals',
    ...scene.assignment,
  };
  const deps: LoopDependencies = {
    stillAllowed: async () => {},
    meter,
    sandbox: NO_SANDBOX,
    setupHosts: ['registry.example.com'],
    clock,
    random: { nonce: () => BOUNDARY.repeat(3).slice(0, 32), fraction: () => 0.5 },
    mask,
    signal: new AbortController().signal,
    beginTime: () => {},
    secondsLeft: () => (scene.seconds ?? 240) - clock.ms / 1000,
    report: (event) => {
      const masked = maskedRecord(event, mask);
      const data = dataOf(masked);
      reports.push({
        event: event.event,
        message: messageOf(masked),
        ...(data === null ? {} : { data }),
      });
    },
    progress: (doing) => doings.push(doing),
    ...scene.deps,
  };
  try {
    const pursuit = await pursue(assignment, deps);
    const told = (server.requests.at(-1)?.body.messages ?? []).map(({ content }) => content ?? '');
    return { pursuit, tree, meter, clock, requests: server.requests, reports, doings, told };
  } finally {
    if (scene.isServerGone !== true) await server.close();
  }
}
