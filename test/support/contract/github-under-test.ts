/** What a contract suite needs of GitHub, whichever kind it is. */
import { type GitHubOptions, openGitHub } from '../../../src/adapters/github/open-github.ts';
import { systemClock } from '../../../src/adapters/runner.ts';
import type { Control, GitHub, Issues, PullFile, Subjects } from '../../../src/ports.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { MemoryGitHub } from '../../../src/simulation/world/memory-github.ts';
import { MemoryIssues } from '../../../src/simulation/world/memory-issues.ts';
import { MemorySubjects } from '../../../src/simulation/world/memory-subjects.ts';
import { ADMIN_TOKEN, REPOSITORY, serveGitHub, TOKEN } from '../git/stand-in.ts';
import { type PlayedRun, playRun } from '../github/checks.ts';

export interface Ports {
  readonly github: GitHub;
  readonly issues: Issues;
  readonly subjects: Subjects;
  /** Of a person who may do everything. */
  readonly control: Control;
}

/** What happens on GitHub without the agent. */
export interface Happenings {
  /** A work branch with one commit that the default branch lacks. */
  makeBranch(name: string): Promise<void>;
  deleteBranch(name: string): Promise<void>;
  /** Puts the commits of a branch on the default branch, by hand. */
  fastForward(name: string): Promise<void>;
  mergeDraft(number: number): Promise<void>;
  closeDraft(number: number): Promise<void>;
  openIssue(issue: OpenedByPerson): Promise<number>;
  closeIssue(number: number): Promise<void>;
  editIssue(number: number, text: { readonly title?: string; readonly body?: string }): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  lock(number: number): Promise<void>;
  /** Somebody opens a pull request that changes one file. */
  openPull(pull: PulledByPerson): Promise<number>;
  /** Somebody publishes a release, with its notes. */
  release(tag: string, notes: string, isPrerelease?: boolean): Promise<void>;
  /** A workflow of the repository's own has run. */
  ran(run: PlayedRun): Promise<void>;
  beginRun(): Promise<string>;
  endRun(wake: string): Promise<void>;
  /** GitHub's clock, ms since 1970 UTC. */
  now(): Promise<number>;
  /** Disables the workflow that the wakes run in. */
  switchOff(): Promise<void>;
  /** Of the organisation. */
  share(name: string, value: string): Promise<void>;
  permit(login: string, permission: 'admin' | 'write' | 'read' | 'none'): Promise<void>;
}

export interface OpenedByPerson {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly author?: string;
}

export interface PulledByPerson extends OpenedByPerson {
  readonly branch: string;
  readonly association?: 'MEMBER' | 'CONTRIBUTOR' | 'NONE';
  readonly file: { readonly path: string; readonly text: string };
}

export interface GitHubKind {
  readonly name: string;
  /** Whether the server's clock is told. */
  readonly tellsTime: boolean;
  make(): Promise<Ports & { readonly happens: Happenings }>;
}

export const WAKE_FILE = 'wake.yml';
/** Of the repository's own. */
const PLAYED_WORKFLOWS = ['ci.yml', 'nightly.yml'];
const WAKE_WORKFLOW = 'on:\n  workflow_dispatch:\njobs: {}\n';
/** Of the clock in memory. */
const IN_MEMORY_NOW = Date.UTC(2026, 10, 22, 3);
const BOT = 'github-actions[bot]';

export const GITHUB_IN_MEMORY: GitHubKind = {
  name: 'GitHub in memory',
  tellsTime: false,
  async make() {
    const branches = new Map([['main', 'b'.repeat(40)]]);
    const memory = new MemoryGitHub(branches);
    const issues = new MemoryIssues(memory, { now: () => IN_MEMORY_NOW });
    const subjects = new MemorySubjects(issues, { now: () => IN_MEMORY_NOW });
    const control = new MemoryControl();
    const kill = (): void => {};
    let runs = 0;
    let commits = 0;
    return {
      github: memory.view(kill),
      issues: issues.view(kill),
      subjects: subjects.view(kill),
      control,
      happens: {
        async makeBranch(name) {
          commits += 1;
          branches.set(name, String(commits).padStart(40, 'c'));
        },
        deleteBranch: async (name) => void branches.delete(name),
        fastForward: async (name) => void branches.set('main', branches.get(name) ?? ''),
        mergeDraft: async (number) =>
          issues.find(number)?.pull === undefined
            ? memory.change(number, { state: 'merged' })
            : subjects.merged(number),
        closeDraft: async (number) => memory.change(number, { state: 'closed' }),
        openIssue: async (issue) => issues.write(issue).number,
        async closeIssue(number) {
          issues.change(number, { state: 'closed' });
          memory.changeIssue(number, { state: 'closed' });
        },
        editIssue: async (number, text) => issues.change(number, text),
        comment: async (number, body) => {
          if (memory.drafts.some((draft) => draft.number === number)) memory.say(number, body);
          else issues.takesComment(number, { author: 'octocat', body });
        },
        lock: async (number) => issues.change(number, { isLocked: true }),
        openPull: async ({ branch, association = 'NONE', file, ...issue }) =>
          subjects.pulled({
            ...issue,
            pull: { branch, association: association.toLowerCase(), files: [fileOf(file)] },
          }),
        release: async (tag, notes, isPrerelease = false) =>
          void (isPrerelease || subjects.released(tag, notes)),
        ran: async ({ workflow, attempts, ...rest }) => void subjects.ran(workflow, attempts, rest),
        async beginRun() {
          runs += 1;
          return `${runs}-1`;
        },
        endRun: async (wake) => void memory.finished.add(wake),
        now: async () => IN_MEMORY_NOW,
        switchOff: async () => {
          memory.isDisabled = true;
        },
        share: async (name, value) => void control.organisation.set(name, value),
        permit: async (login, permission) => void control.permissions.set(login, permission),
      },
    };
  },
};

function fileOf({ path, text }: PulledByPerson['file']): PullFile {
  const lines = text.trimEnd().split('\n');
  const patch = [
    `@@ -0,0 +1${lines.length === 1 ? '' : `,${lines.length}`} @@`,
    ...lines.map((line) => `+${line}`),
  ];
  return { path, change: 'added', added: lines.length, removed: 0, patch: patch.join('\n') };
}

/** The ports at a stand-in, for the token of a job and for that of a person. */
export function portsAt(
  standIn: { readonly apiUrl: string; readonly serverUrl: string },
  options: Partial<GitHubOptions> = {},
): Ports {
  const place = { apiUrl: standIn.apiUrl, serverUrl: standIn.serverUrl, repository: REPOSITORY };
  const how = { clock: systemClock({ offsetMs: 0 }), pace: { retryMs: 1, writes: 'at_once' } } as const;
  const job = openGitHub({ ...place, ...how, token: TOKEN, actor: BOT, workflow: WAKE_FILE, ...options });
  const person = openGitHub({
    ...place,
    ...how,
    token: ADMIN_TOKEN,
    actor: null,
    workflow: null,
    ...options,
  });
  return { github: job.github, issues: job.issues, subjects: job.subjects, control: person.control };
}

export const GITHUB_OVER_HTTP: GitHubKind = {
  name: 'octokit and a server',
  tellsTime: true,
  async make() {
    const { standIn, remote } = await serveGitHub({
      files: Object.fromEntries(
        [WAKE_FILE, ...PLAYED_WORKFLOWS].map((file) => [`.github/workflows/${file}`, WAKE_WORKFLOW]),
      ),
    });
    const { person, runs } = standIn;
    return {
      ...portsAt(standIn),
      happens: {
        async makeBranch(branch) {
          const parents = [(await remote.tip('main')) ?? ''];
          await remote.commit({ branch, parents, files: { 'work.md': `${branch}\n` } });
        },
        deleteBranch: async (name) => void (await remote.git(['branch', '-D', name])),
        fastForward: async (name) => void (await remote.git(['update-ref', 'refs/heads/main', name])),
        mergeDraft: (number) => person.merge(number),
        closeDraft: (number) => person.close(number),
        openIssue: (issue) => person.openIssue(issue),
        closeIssue: (number) => person.close(number),
        editIssue: (number, text) => person.edit(number, text),
        comment: async (number, body) => void (await person.comment(number, body)),
        lock: (number) => person.lock(number),
        async openPull({ branch, file, association = 'NONE', ...opened }) {
          const parents = [(await remote.tip('main')) ?? ''];
          await remote.commit({ branch, parents, files: { [file.path]: file.text } });
          return person.openPull({ ...opened, branch, association });
        },
        release: (tag, notes, isPrerelease = false) =>
          standIn.act(({ store }) =>
            store.changeSettings((settings) => {
              const release = { tag, notes, is_draft: false, is_prerelease: isPrerelease };
              return {
                ...settings,
                releases: { [REPOSITORY]: [release, ...(settings.releases[REPOSITORY] ?? [])] },
              };
            }),
          ),
        ran: (run) => playRun(standIn.act, run),
        beginRun: () => runs.start({ workflow: WAKE_FILE, event: 'schedule', at: '2026-11-22T03:00:00Z' }),
        endRun: (wake) => runs.finish(wake),
        now: async () => systemClock({ offsetMs: 0 }).now(),
        switchOff: () => person.setWorkflow(WAKE_FILE, 'disabled_manually'),
        share: (name, value) => person.setOrganizationVariable(name, value),
        permit: (login, permission) => person.configure({ collaborators: { [login]: permission } }),
      },
    };
  },
};
