import { join } from 'node:path';
import { Halt } from '../../core/ending.ts';
import type { AlertIssue, Draft, GitHub, IssueText, NewDraft } from '../../ports.ts';
import { takeNumber, writeWhole } from './files.ts';
import { draftPage, issuePage } from './pages.ts';
import { type DraftFile, type IssueFile, numberedFiles, readDraft, readIssue } from './records.ts';
import type { Runs } from './runs.ts';

export interface StandIn {
  /** Where drafts and issues are kept. */
  readonly folder: string;
  /** The same folder as a person is told. */
  readonly shownAs: string;
  readonly runs: Runs;
  /** What a branch would change, for a person to read; null: there is no such branch. */
  readonly diff: (
    range: { readonly base: string; readonly branch: string },
    signal: AbortSignal,
  ) => Promise<string | null>;
}

/** `GitHub` as files that a person can read and edit. Drafts and issues share one sequence of numbers. */
export function rehearsalGitHub(standIn: StandIn): GitHub {
  return {
    requestTimeoutMs: 5_000,
    ...draftRequests(standIn),
    ...issueRequests(standIn),
    wakeState: (wake) => standIn.runs.state(wake),
    serverTime: async () => null,
    isDisabled: async () => false,
  };
}

type DraftRequests = Pick<GitHub, 'findDrafts' | 'createDraft' | 'updateDraft' | 'closeDraft'>;

function draftRequests(standIn: StandIn): DraftRequests {
  const save = async (draft: DraftFile, patch: string | null): Promise<Draft> => {
    await writeWhole(jsonPath(standIn, 'drafts', draft.number), json(draft));
    await writeWhole(join(standIn.folder, `drafts/${draft.number}.md`), draftPage(draft, patch));
    return toDraft(standIn, draft);
  };
  return {
    async findDrafts(branch, signal) {
      signal.throwIfAborted();
      const drafts = await allDrafts(standIn);
      return drafts.filter((draft) => draft.branch === branch).map((draft) => toDraft(standIn, draft));
    },
    async createDraft(draft, signal) {
      const patch = await refuseAsGitHubWould(standIn, draft, signal);
      const number = await takeNumber(join(standIn.folder, 'numbers'));
      const { branch, base, title, body, labels, reviewers } = draft;
      const file: DraftFile = {
        ...{ number, branch, base, title, body },
        labels: [...labels],
        reviewers: [...reviewers],
        state: 'open',
        comments: [],
      };
      return { ...(await save(file, patch)), lacks: [] };
    },
    async updateDraft(number, { title, body }, signal) {
      const draft = { ...(await oneDraft(standIn, number)), title, body };
      await save(draft, await standIn.diff(draft, signal));
    },
    async closeDraft(number, comment, signal) {
      const draft = await oneDraft(standIn, number);
      const state = draft.state === 'merged' ? 'merged' : 'closed';
      const closed: DraftFile = { ...draft, state, comments: [...draft.comments, comment] };
      await save(closed, await standIn.diff(draft, signal));
    },
  };
}

/** The two refusals (422) that a caller can run into; else what the draft would change. */
async function refuseAsGitHubWould(standIn: StandIn, draft: NewDraft, signal: AbortSignal): Promise<string> {
  const open = (await allDrafts(standIn)).find(
    (other) => other.branch === draft.branch && other.state === 'open',
  );
  if (open !== undefined) {
    throw new Halt(
      'github_unavailable',
      `A pull request for ${draft.branch} is open already: number ${open.number}.`,
    );
  }
  const patch = await standIn.diff(draft, signal);
  if (patch !== null) return patch;
  throw new Halt('github_unavailable', `There is no branch ${draft.branch} to open a pull request for.`);
}

async function allDrafts(standIn: StandIn): Promise<readonly DraftFile[]> {
  const paths = await numberedFiles(join(standIn.folder, 'drafts'));
  const drafts = await Promise.all(paths.map(readDraft));
  return drafts.filter((draft) => draft !== null);
}

async function oneDraft(standIn: StandIn, number: number): Promise<DraftFile> {
  const draft = await readDraft(jsonPath(standIn, 'drafts', number));
  if (draft === null) throw new Halt('github_unavailable', `There is no draft number ${number}.`);
  return draft;
}

function toDraft(standIn: StandIn, file: DraftFile): Draft {
  const { number, branch, state, title, body } = file;
  return { number, branch, state, head: null, title, body, url: `${standIn.shownAs}/drafts/${number}.md` };
}

type IssueRequests = Pick<
  GitHub,
  'listAlertIssues' | 'openAlertIssue' | 'updateAlertIssue' | 'closeAlertIssue'
>;

function issueRequests(standIn: StandIn): IssueRequests {
  const save = async (issue: IssueFile): Promise<AlertIssue> => {
    await writeWhole(jsonPath(standIn, 'issues', issue.number), json(issue));
    await writeWhole(join(standIn.folder, `issues/${issue.number}.md`), issuePage(issue));
    return toIssue(standIn, issue);
  };
  const one = async (number: number): Promise<IssueFile> => {
    const issue = await readIssue(jsonPath(standIn, 'issues', number));
    if (issue === null) throw new Halt('github_unavailable', `There is no issue number ${number}.`);
    return issue;
  };
  return {
    async listAlertIssues(signal) {
      signal.throwIfAborted();
      const issues = await Promise.all((await numberedFiles(join(standIn.folder, 'issues'))).map(readIssue));
      return issues.filter((issue) => issue !== null).map((issue) => toIssue(standIn, issue));
    },
    async openAlertIssue(text: IssueText, signal) {
      signal.throwIfAborted();
      const number = await takeNumber(join(standIn.folder, 'numbers'));
      return save({ number, state: 'open', title: text.title, body: text.body, comments: [] });
    },
    async updateAlertIssue(number, text, signal) {
      signal.throwIfAborted();
      await save({ ...(await one(number)), title: text.title, body: text.body });
    },
    async closeAlertIssue(number, comment, signal) {
      signal.throwIfAborted();
      const issue = await one(number);
      await save({ ...issue, state: 'closed', comments: [...issue.comments, comment] });
    },
  };
}

function toIssue(standIn: StandIn, file: IssueFile): AlertIssue {
  const { number, state, title, body } = file;
  return { number, state, title, body, url: `${standIn.shownAs}/issues/${number}.md` };
}

function jsonPath(standIn: StandIn, kind: 'drafts' | 'issues', number: number): string {
  return join(standIn.folder, kind, `${number}.json`);
}

function json(record: DraftFile | IssueFile): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
