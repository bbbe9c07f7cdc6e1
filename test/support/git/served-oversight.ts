/** Comment jobs and the watchdog over the shipped adapters: real git and octokit against the stand-in for GitHub. */
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { type OpenGitHub, openGitHub } from '../../../src/adapters/github/open-github.ts';
import { decodeLogLines, decodeState } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import { DASHBOARD } from '../../../src/core/health/dashboard.ts';
import type { State } from '../../../src/core/state.ts';
import type { WakeResult } from '../../../src/core/wake-result.ts';
import type { TickContext } from '../../../src/oversight/boxes/answer-ticks.ts';
import { serveTicks, type TickResult } from '../../../src/oversight/boxes/serve-ticks.ts';
import type { ControlContext } from '../../../src/oversight/command-context.ts';
import { type CommentResult, serveComment } from '../../../src/oversight/comments/comment.ts';
import { watchdog } from '../../../src/oversight/watchdog/watchdog.ts';
import type { Log } from '../../../src/ports.ts';
import { type Token, WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { wake } from '../../../src/wake/wake.ts';
import { ManualClock } from '../memory/manual-clock.ts';
import { NIGHT, STATE } from '../memory/night.ts';
import { diligent } from '../memory/test-model.ts';
import { temporaryFolder } from './repositories.ts';
import { REPOSITORY, type ServedGitHub, serveGitHub, TOKEN } from './stand-in.ts';

/** As `requests.yml` and `watchdog.yml` ask for it. */
export const OVERSIGHT_TOKEN: Token = {
  ...WORKFLOW_TOKEN,
  may: { ...WORKFLOW_TOKEN.may, actions: 'write' },
};

const WORKFLOW = 'on:\n  workflow_dispatch:\n    inputs:\n      reason: {type: string}\njobs: {}\n';

export const SITE_FILES = {
  'goals/tidy.yml': 'title: Tidy\nobjective: Tidy up.\nschedule: {every: 6h}\n',
  '.github/workflows/wake.yml': WORKFLOW,
  '.github/workflows/requests.yml': WORKFLOW,
  '.github/workflows/watchdog.yml': WORKFLOW,
};

export interface ServedOversight extends ServedGitHub {
  readonly clock: ManualClock;
  readonly place: ControlContext;
  readonly github: OpenGitHub;
  /** Somebody writes a comment below an issue, and its job runs. */
  comment(body: string, author: string): Promise<CommentResult>;
  /** Somebody edits the body of an issue; gives what the event of it says. */
  edit(number: number, change: (body: string) => string, by: string): Promise<unknown>;
  /** The job of such an event. */
  tick(event: unknown): Promise<TickResult>;
  /** One run of the agent. */
  wake(): Promise<WakeResult>;
  watch(stop?: string): Promise<WakeResult>;
  state(): Promise<State>;
  log(): Promise<readonly LogEntry[]>;
}

const LOG: Log = { line: () => {}, progress: () => {} };

export async function serveOversight(token: Token = OVERSIGHT_TOKEN): Promise<ServedOversight> {
  const clock = new ManualClock(NIGHT);
  const served = await serveGitHub({ files: SITE_FILES, clock, token });
  const { standIn, remote } = served;
  const { serverUrl, apiUrl } = standIn;
  const remoteUrl = new URL(standIn.gitUrl);
  Object.assign(remoteUrl, { username: 'x-access-token', password: TOKEN });
  const git = await openGitWorld({
    folder: await temporaryFolder(),
    remote: remoteUrl.href,
    environment: process.env,
    stateBranch: STATE,
  });
  const github = openGitHub({
    ...{
      apiUrl,
      serverUrl,
      repository: REPOSITORY,
      token: TOKEN,
      actor: null,
      workflow: 'watchdog.yml',
      clock,
    },
    pace: { retryMs: 1, writes: 'at_once' },
  });
  let nonces = 0;
  const nonce = () => {
    nonces += 1;
    return nonces.toString(16).padStart(32, '0');
  };
  const world = { clock, random: { nonce, fraction: () => 0.5 }, log: LOG, state: git.state };
  const { signal } = new AbortController();
  const address = `${serverUrl}/${REPOSITORY}`;
  const hand = { world, repository: REPOSITORY, secrets: [TOKEN], signal };
  const access = { kind: 'open', control: github.control, address, stopValue: '' } as const;
  const issue = await standIn.person.openIssue({ title: 'Commands' });
  let looks = 0;
  const place = { ...hand, world: { ...world, issues: github.issues } };
  const ticks: TickContext = { ...place, control: github.control, address, stop: '' };
  const sandbox = {
    reasonUnavailable: async () => 'there is none in this test',
    run: () => Promise.reject(new Error('no sandbox')),
  };
  return {
    ...served,
    clock,
    github,
    place: { ...hand, access },
    async comment(body, author) {
      const id = await standIn.person.comment(issue, body, author);
      const user = { login: author, type: 'User' };
      const payload = { action: 'created', issue: { number: issue }, comment: { id, body, user } };
      return serveComment({ ...hand, control: github.control, address, stop: '' }, payload);
    },
    async edit(number, change, by) {
      const from = (await github.issues.read(number, signal))?.body ?? '';
      await standIn.person.edit(number, { body: change(from) });
      const seen = await github.issues.readOpened(number, DASHBOARD, signal);
      const shown = { number, body: change(from), updated_at: seen?.updatedAt };
      return {
        action: 'edited',
        changes: { body: { from } },
        issue: shown,
        sender: { login: by, type: 'User' },
      };
    },
    tick: (event) => serveTicks(ticks, event),
    async wake() {
      looks += 1;
      const model = modelOf(diligent, () => clock.advance(1_000));
      return wake(
        {
          ...{
            ...world,
            workspace: git.workspace,
            github: github.github,
            issues: github.issues,
            subjects: github.subjects,
          },
          ...{ sandbox, model },
        },
        {
          ...{ wake: { id: `900${looks}-1`, url: null }, repository: REPOSITORY, stop: '', minutes: 12 },
          ...{ serverUrl, model: { baseUrl: null, model: null }, cancel: signal, secrets: [TOKEN] },
          trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] },
        },
      );
    },
    async watch(stop = '') {
      looks += 1;
      return watchdog(
        { ...world, github: github.github, control: github.control },
        {
          ...{ wake: { id: `900${looks}-1`, url: null }, repository: REPOSITORY, stop, minutes: 12 },
          ...{ cancel: signal, secrets: [TOKEN] },
        },
      );
    },
    state: async () => decodeState(await stateFiles(remote)),
    log: async () => {
      const files = [...(await stateFiles(remote))].filter(([path]) => path.endsWith('.jsonl'));
      return files.flatMap(([, text]) => decodeLogLines(text).entries);
    },
  };
}

/** As the remote holds them. */
async function stateFiles(remote: ServedGitHub['remote']): Promise<ReadonlyMap<string, string>> {
  const names = (await remote.git(['ls-tree', '-r', '--name-only', STATE])).trim().split('\n');
  const files = names.map(async (path) => [path, await remote.git(['show', `${STATE}:${path}`])] as const);
  return new Map(await Promise.all(files));
}
