import { isSameLabel } from '../../core/access/labels.ts';
import { Halt } from '../../core/ending.ts';
import { readMarker } from '../../core/marker.ts';
import { digest } from '../../core/text/digest.ts';
import type {
  Clock,
  Issue,
  IssueComment,
  IssueQuery,
  Issues,
  IssueText,
  IssueThread,
  OpenedIssue,
  OwnIssue,
} from '../../ports.ts';
import { type CallFault, callsOf, type FaultyPort, noAnswer } from './memory-calls.ts';
import { MemoryGitHub } from './memory-github.ts';
import { AGENT_LOGIN, type MemoryPull, wantedOf } from './wanted-issues.ts';

export type IssueCall = keyof Issues;

export interface MemoryIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly labels: readonly string[];
  readonly state: 'open' | 'closed';
  readonly isLocked: boolean;
  readonly comments: readonly IssueComment[];
  /** Missing: it is no pull request. */
  readonly pull?: MemoryPull;
}

/** The issues of the repository that a `MemoryGitHub` stands for. Several wakes share one; each opens a view of its own. */
export class MemoryIssues implements FaultyPort<IssueCall> {
  /** But for the alerts, which `MemoryGitHub` keeps. */
  readonly all: MemoryIssue[] = [];
  /** Labels that the repository has. */
  readonly labels = new Set(['wakeful-alert']);
  /** NumberCounter that a list does not show yet. */
  readonly unlisted = new Set<number>();
  /** By number, when one was changed last; ISO time. */
  readonly updatedAt = new Map<number, string>();
  /** By number, when one was opened, ms since 1970 UTC. */
  readonly openedAt = new Map<number, number>();
  calls = 0;
  onCall: (call: number, name: IssueCall) => CallFault | null = () => null;
  outage = noAnswer();
  readonly #github: MemoryGitHub;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(github: MemoryGitHub, clock: Pick<Clock, 'now'>) {
    this.#github = github;
    this.#clock = clock;
  }

  /** Other issues that are the same, beside a copied GitHub. */
  copy(github: MemoryGitHub, clock: Pick<Clock, 'now'>): MemoryIssues {
    const issues = new MemoryIssues(github, clock);
    issues.all.push(...this.all);
    for (const label of this.labels) issues.labels.add(label);
    for (const number of this.unlisted) issues.unlisted.add(number);
    for (const [number, time] of this.updatedAt) issues.updatedAt.set(number, time);
    for (const [number, time] of this.openedAt) issues.openedAt.set(number, time);
    issues.calls = this.calls;
    return issues;
  }

  /** All that a later wake can see of them. */
  facts(): unknown {
    return [this.all, [...this.labels], [...this.unlisted]];
  }

  view(kill: () => void): Issues {
    const call = callsOf(this, kill);
    return {
      list: (query, signal) => call('list', signal, () => this.#list(query)),
      read: (number, signal) => call('read', signal, () => this.#read(number)),
      labelNames: (signal) => call('labelNames', signal, () => [...this.labels]),
      comment: (number, body, signal) =>
        call('comment', signal, () => this.takesComment(number, { author: AGENT_LOGIN, body })),
      label: (number, labels, signal) => call('label', signal, () => this.takesLabels(number, labels)),
      unlabel: (number, labels, signal) =>
        call('unlabel', signal, () => this.takesLabelsAway(number, labels)),
      findOpened: (marker, signal) => call('findOpened', signal, () => this.#opened(marker)),
      open: (text, signal) => call('open', signal, () => this.#open(text)),
      listOpened: (marker, signal) =>
        call('listOpened', signal, () => this.#own(marker).map((issue) => this.#shownOwn(issue))),
      readOpened: (number, marker, signal) =>
        call('readOpened', signal, () => {
          const issue = this.all.find((each) => each.number === number && each.author === AGENT_LOGIN);
          if (issue === undefined || !this.#github.hasIssues) return null;
          const found = readMarker(issue.body);
          return found === null || found === marker ? this.#shownOwn(issue) : null;
        }),
      change: (number, change, signal) =>
        call('change', signal, () => {
          const isThere = this.#github.hasIssues && this.find(number) !== undefined;
          if (isThere) this.change(number, change);
          return isThere;
        }),
    };
  }

  /** Somebody opens an issue. */
  write(issue: Partial<MemoryIssue> & Pick<MemoryIssue, 'title'>): {
    readonly number: number;
    readonly url: string;
  } {
    const number = this.#github.numbers.next();
    const empty = { body: '', author: 'octocat', labels: [], state: 'open', isLocked: false } as const;
    this.all.push({ ...empty, comments: [], ...issue, number });
    for (const label of issue.labels ?? []) this.labels.add(label);
    this.openedAt.set(number, this.#clock.now());
    return { number, url: urlOf(number) };
  }

  change(number: number, change: Partial<MemoryIssue>): void {
    const index = this.all.findIndex((issue) => issue.number === number);
    const issue = this.all[index];
    if (issue === undefined) return;
    this.all[index] = { ...issue, ...change };
    this.updatedAt.set(number, `${new Date(this.#clock.now()).toISOString().slice(0, 19)}Z`);
  }

  /** As when it is deleted, or moved to another repository. */
  remove(number: number): void {
    const index = this.all.findIndex((issue) => issue.number === number);
    if (index >= 0) this.all.splice(index, 1);
  }

  /** False: it is gone, or locked. */
  takesComment(number: number, { author, body }: Pick<IssueComment, 'author' | 'body'>): boolean {
    const issue = this.find(number);
    if (issue === undefined || issue.isLocked) return false;
    const createdAt = new Date(this.#clock.now()).toISOString();
    const comment = { author, body, createdAt, isByAgent: author === AGENT_LOGIN };
    this.change(number, { comments: [...issue.comments, comment] });
    return true;
  }

  /** False: it is gone. */
  takesLabels(number: number, labels: readonly string[]): boolean {
    const issue = this.find(number);
    if (issue === undefined) return false;
    for (const label of labels) this.labels.add(label);
    this.change(number, { labels: [...new Set([...issue.labels, ...labels])] });
    return true;
  }

  /** False: it is gone. */
  takesLabelsAway(number: number, labels: readonly string[]): boolean {
    const issue = this.find(number);
    if (issue === undefined) return false;
    const left = issue.labels.filter((each) => !labels.some((label) => isSameLabel(each, label)));
    if (left.length < issue.labels.length) this.change(number, { labels: left });
    return true;
  }

  find(number: number): MemoryIssue | undefined {
    return [...this.all, ...this.#alerts()].find((issue) => issue.number === number);
  }

  #list(query: IssueQuery): readonly Issue[] {
    const open = [...this.all, ...this.#alerts()].filter(
      ({ number, state, pull }) => pull === undefined && state === 'open' && !this.unlisted.has(number),
    );
    return wantedOf(this.timed(open), query).map(({ issue }) => shown(issue));
  }

  /** With when each was opened and changed last. */
  timed(issues: readonly MemoryIssue[]) {
    return issues.map((issue) => {
      const opened = this.openedAt.get(issue.number) ?? 0;
      return { issue, opened, updated: Date.parse(this.updatedAt.get(issue.number) ?? '') || opened };
    });
  }

  #read(number: number): IssueThread | null {
    const issue = this.find(number);
    return issue === undefined || issue.pull !== undefined ? null : threadOf(issue);
  }

  #open(text: IssueText): OpenedIssue {
    if (!this.#github.hasIssues)
      throw new Halt('forbidden', 'GitHub says that this is gone: Issues are disabled.');
    return this.write({ ...text, author: AGENT_LOGIN });
  }

  /** None where the repository has no issues. */
  #own(marker: string): readonly MemoryIssue[] {
    if (!this.#github.hasIssues) return [];
    return this.all.filter(({ author, body }) => author === AGENT_LOGIN && readMarker(body) === marker);
  }

  #shownOwn({ number, title, body, state }: MemoryIssue): OwnIssue {
    const updatedAt = this.updatedAt.get(number) ?? '1970-01-01T00:00:00Z';
    return { number, url: urlOf(number), title, body, state, updatedAt };
  }

  #opened(marker: string) {
    const [issue] = this.#own(marker);
    return issue === undefined ? null : { number: issue.number, url: urlOf(issue.number) };
  }

  #alerts(): readonly MemoryIssue[] {
    const own = { author: AGENT_LOGIN, labels: ['wakeful-alert'], isLocked: false, comments: [] };
    return this.#github.issues.map(({ number, title, body, state }) => ({
      ...own,
      number,
      title,
      body,
      state,
    }));
  }
}

/** A repository with these issues alone, numbered from 1. */
export function someIssues(...issues: readonly Parameters<MemoryIssues['write']>[0][]): MemoryIssues {
  const memory = new MemoryIssues(new MemoryGitHub(), { now: () => 0 });
  for (const issue of issues) memory.write(issue);
  return memory;
}

/** For wakes of goals that have nothing to do with issues. */
export const NO_ISSUES: Issues = someIssues().view(() => {});

function urlOf(number: number): string {
  return `https://github.example/test/repository/issues/${number}`;
}

export function threadOf(issue: MemoryIssue): IssueThread {
  return { ...shown(issue), state: issue.state, comments: issue.comments.slice(-100) };
}

function shown(issue: MemoryIssue): Issue {
  const { number, title, body, author, labels, comments } = issue;
  const others = comments.filter((comment) => !comment.isByAgent).map((comment) => comment.body);
  const version = digest([title, body, ...others], 16);
  return { number, url: urlOf(number), title, body, author, labels, version };
}
