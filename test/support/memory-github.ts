import { Halt } from '../../src/core/ending.ts';
import type { AlertIssue, Draft, GitHub, IssueText, NewDraft } from '../../src/ports.ts';
import { Killed } from './memory-remote.ts';

export type CallFault = 'die_before' | 'die_after' | 'error_before' | 'error_after';
export type CallName = Exclude<keyof GitHub, 'requestTimeoutMs'>;

/** GitHub in memory. Several wakes share one; each opens a view of its own. */
export class MemoryGitHub {
  readonly drafts: (Draft & { readonly base: string })[] = [];
  readonly issues: (AlertIssue & { readonly comments: readonly string[] })[] = [];
  readonly finished = new Set<string>();
  /** Calls that reached it, from 1. */
  calls = 0;
  /** Set to make the n-th call go wrong. */
  onCall: (call: number, name: CallName) => CallFault | null = () => null;
  /** What an outage throws. */
  outage: Error = new Halt('github_unavailable', 'GitHub does not answer.');
  #number = 0;
  /** Tips of the remote's branches. */
  readonly #branches: ReadonlyMap<string, string>;

  constructor(branches: ReadonlyMap<string, string> = new Map()) {
    this.#branches = branches;
  }

  view(kill: () => void): GitHub {
    const call = async <T>(name: CallName, signal: AbortSignal, body: () => T): Promise<T> => {
      signal.throwIfAborted();
      this.calls += 1;
      const fault = this.onCall(this.calls, name);
      if (fault === 'die_before') die(kill);
      if (fault === 'error_before') throw this.outage;
      const result = body();
      if (fault === 'die_after') die(kill);
      if (fault === 'error_after') throw this.outage;
      return result;
    };
    return {
      requestTimeoutMs: 5_000,
      findDrafts: (branch, signal) =>
        call('findDrafts', signal, () =>
          this.drafts.filter((draft) => draft.branch === branch).map((draft) => this.#shown(draft)),
        ),
      createDraft: (draft, signal) => call('createDraft', signal, () => this.#create(draft)),
      updateDraft: (number, text, signal) =>
        call('updateDraft', signal, () => this.change(number, { ...text })),
      closeDraft: (number, _comment, signal) =>
        call('closeDraft', signal, () => this.change(number, { state: 'closed' })),
      listAlertIssues: (signal) => call('listAlertIssues', signal, () => [...this.issues]),
      openAlertIssue: (text, signal) => call('openAlertIssue', signal, () => this.#open(text)),
      updateAlertIssue: (number, text, signal) =>
        call('updateAlertIssue', signal, () => this.changeIssue(number, { ...text })),
      closeAlertIssue: (number, comment, signal) =>
        call('closeAlertIssue', signal, () =>
          this.changeIssue(number, { state: 'closed', comments: [comment] }),
        ),
      wakeState: (wake, signal) =>
        call('wakeState', signal, () => (this.finished.has(wake) ? 'finished' : 'running')),
      serverTime: (signal) => call('serverTime', signal, () => null),
      isDisabled: (signal) => call('isDisabled', signal, () => false),
    };
  }

  change(number: number, change: Partial<Draft>): void {
    const index = this.drafts.findIndex((draft) => draft.number === number);
    const draft = this.drafts[index];
    // What has ended keeps the commit that it ended with.
    if (draft !== undefined) this.drafts[index] = { ...this.#shown(draft), ...change };
  }

  changeIssue(number: number, change: Partial<MemoryGitHub['issues'][number]>): void {
    const index = this.issues.findIndex((issue) => issue.number === number);
    const issue = this.issues[index];
    if (issue !== undefined) this.issues[index] = { ...issue, ...change };
  }

  #shown<T extends Draft>(draft: T): T {
    return draft.state === 'open' ? { ...draft, head: this.#branches.get(draft.branch) ?? null } : draft;
  }

  #create({ branch, base, title, body }: NewDraft): Draft {
    const isOpen = this.drafts.some((draft) => draft.branch === branch && draft.state === 'open');
    if (isOpen || !this.#branches.has(branch))
      throw new Halt(
        'github_unavailable',
        `422: ${branch} ${isOpen ? 'has a pull request' : 'does not exist'}.`,
      );
    const number = this.#next();
    const head = this.#branches.get(branch) ?? null;
    const draft = {
      number,
      url: `memory/pull/${number}`,
      branch,
      base,
      title,
      body,
      head,
      state: 'open' as const,
    };
    this.drafts.push(draft);
    return draft;
  }

  #open(text: IssueText): AlertIssue {
    const number = this.#next();
    const issue = { ...text, number, url: `memory/issues/${number}`, state: 'open' as const, comments: [] };
    this.issues.push(issue);
    return issue;
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }
}

function die(kill: () => void): never {
  kill();
  throw new Killed();
}
