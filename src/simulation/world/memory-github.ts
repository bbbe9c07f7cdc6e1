import { Halt } from '../../core/ending.ts';
import type {
  AlertIssue,
  BranchRule,
  CreatedDraft,
  Draft,
  DraftChange,
  GitHub,
  IssueText,
  NewDraft,
} from '../../ports.ts';
import { type CallFault, callsOf, type FaultyPort, NumberCounter, noAnswer } from './memory-calls.ts';

export type { CallFault } from './memory-calls.ts';
export type CallName = Exclude<keyof GitHub, 'requestTimeoutMs'>;

/** GitHub in memory. Several wakes share one; each opens a view of its own. */
export class MemoryGitHub implements FaultyPort<CallName> {
  readonly drafts: Draft[] = [];
  readonly issues: (AlertIssue & { readonly comments: readonly string[] })[] = [];
  /** What drafts were changed into, in order. */
  readonly changes: DraftChange[] = [];
  readonly finished = new Set<string>();
  hasIssues = true;
  /** The rules for every branch, as a text. */
  rules = '[]';
  /** Those that every push has to keep. */
  binding: readonly BranchRule[] = [];
  /** What persons have written under drafts, by number. */
  readonly words = new Map<number, readonly string[]>();
  /** Runs that GitHub does not show, whatever became of them. */
  readonly unshown = new Set<string>();
  /** Numbers that a list does not show yet; what has just been made is read directly where the list has nothing. */
  readonly unlisted = new Set<number>();
  /** Whether a person has disabled the agent's workflow. */
  isDisabled = false;
  /** The server's clock, ms; null: it is not told. */
  serverTime: () => number | null = () => null;
  /** When drafts end, ms; null: it is not told. */
  now: () => number | null = () => null;
  calls = 0;
  onCall: (call: number, name: CallName) => CallFault | null = () => null;
  outage = noAnswer();
  readonly numbers: NumberCounter;
  /** Tips of the remote's branches. */
  readonly #branches: ReadonlyMap<string, string>;

  constructor(branches: ReadonlyMap<string, string> = new Map(), numbers = new NumberCounter()) {
    this.#branches = branches;
    this.numbers = numbers;
  }

  /** Another GitHub that holds the same, over the branches of another remote, and answers. */
  copy(branches: ReadonlyMap<string, string>): MemoryGitHub {
    const github = new MemoryGitHub(branches, this.numbers.copy());
    github.drafts.push(...this.drafts);
    github.issues.push(...this.issues);
    github.changes.push(...this.changes);
    for (const [number, text] of this.words) github.words.set(number, text);
    for (const wake of this.finished) github.finished.add(wake);
    for (const wake of this.unshown) github.unshown.add(wake);
    for (const number of this.unlisted) github.unlisted.add(number);
    github.binding = this.binding;
    github.isDisabled = this.isDisabled;
    github.calls = this.calls;
    return github;
  }

  /** All that a later wake can see of it. */
  facts(): unknown {
    const unseen = [...this.unshown, ...this.unlisted];
    return [
      this.drafts,
      [...this.words],
      this.issues,
      [...this.finished],
      unseen,
      this.isDisabled,
      this.numbers.last,
    ];
  }

  view(kill: () => void): GitHub {
    const call = callsOf(this, kill);
    return {
      requestTimeoutMs: 5_000,
      findDrafts: (branch, signal) =>
        call('findDrafts', signal, () => this.#found(branch).map((draft) => this.#shown(draft))),
      createDraft: (draft, signal) => call('createDraft', signal, () => this.#create(draft)),
      updateDraft: (number, change, signal) =>
        call('updateDraft', signal, () => {
          this.changes.push(change);
          const { title, body, base } = change;
          this.change(number, { title, body, ...(base === undefined ? {} : { base }) });
        }),
      closeDraft: (number, _comment, signal) =>
        call('closeDraft', signal, () => this.change(number, { state: 'closed' })),
      lastWords: (number, signal) =>
        call(
          'lastWords',
          signal,
          () => this.words.get(number)?.findLast((text) => !text.startsWith('/wakeful')) ?? null,
        ),
      branchRules: (_branch, signal) => call('branchRules', signal, () => this.rules),
      bindingRules: (_branch, signal) => call('bindingRules', signal, () => this.binding),
      listAlertIssues: (_known, signal) => call('listAlertIssues', signal, () => [...this.issues]),
      openAlertIssue: (text, signal) => call('openAlertIssue', signal, () => this.#open(text)),
      updateAlertIssue: (number, text, signal) =>
        call('updateAlertIssue', signal, () => this.changeIssue(number, { ...text })),
      closeAlertIssue: (number, comment, signal) =>
        call('closeAlertIssue', signal, () =>
          this.changeIssue(number, { state: 'closed', comments: [comment] }),
        ),
      wakeState: (wake, signal) => call('wakeState', signal, () => this.#stateOf(wake)),
      serverTime: (signal) => call('serverTime', signal, () => this.serverTime()),
      isDisabled: (signal) => call('isDisabled', signal, () => this.isDisabled),
    };
  }

  /** A person with write permission comments on a draft. */
  say(number: number, text: string): void {
    this.words.set(number, [...(this.words.get(number) ?? []), text]);
  }

  change(number: number, change: Partial<Draft>): void {
    const index = this.drafts.findIndex((draft) => draft.number === number);
    const draft = this.drafts[index];
    // What has ended keeps the commit that it ended with.
    if (draft === undefined) return;
    const ended = change.state === undefined ? {} : { endedAt: change.state === 'open' ? null : this.now() };
    this.drafts[index] = { ...this.#shown(draft), ...ended, ...change };
  }

  changeIssue(number: number, change: Partial<MemoryGitHub['issues'][number]>): void {
    const index = this.issues.findIndex((issue) => issue.number === number);
    const issue = this.issues[index];
    if (issue !== undefined) this.issues[index] = { ...issue, ...change };
  }

  /** As the adapter looks: at the list, and at the newest numbers where it has none. */
  #found(branch: string): readonly (Draft & { readonly base: string })[] {
    const all = this.drafts.filter((draft) => draft.branch === branch);
    const listed = all.filter(({ number }) => !this.unlisted.has(number));
    return listed.length > 0 ? listed : all;
  }

  #stateOf(wake: string): 'running' | 'finished' | 'unknown' {
    if (this.unshown.has(wake)) return 'unknown';
    return this.finished.has(wake) ? 'finished' : 'running';
  }

  #shown<T extends Draft>(draft: T): T {
    return draft.state === 'open' ? { ...draft, head: this.#branches.get(draft.branch) ?? null } : draft;
  }

  #create({ branch, base, title, body }: NewDraft): CreatedDraft {
    const isOpen = this.drafts.some(
      (draft) => draft.branch === branch && draft.base === base && draft.state === 'open',
    );
    if (isOpen || !this.#branches.has(branch))
      throw new Halt(
        'github_unavailable',
        `422: ${branch} ${isOpen ? 'has a pull request' : 'does not exist'}.`,
      );
    if (this.#branches.get(branch) === this.#branches.get(base))
      throw new Halt('no_change', `${base} holds all commits of ${branch} already.`);
    const number = this.numbers.next();
    const head = this.#branches.get(branch) ?? null;
    const draft = {
      number,
      url: `memory/pull/${number}`,
      branch,
      base,
      title,
      body,
      head,
      endedAt: null,
      state: 'open' as const,
      openedBy: 'agent' as const,
    };
    this.drafts.push(draft);
    return { ...draft, lacks: [] };
  }

  #open(text: IssueText): AlertIssue {
    if (!this.hasIssues) throw new Halt('no_change', 'Issues are disabled in this repository.');
    const number = this.numbers.next();
    const issue = { ...text, number, url: `memory/issues/${number}`, state: 'open' as const, comments: [] };
    this.issues.push(issue);
    return issue;
  }
}
