/**
 * Faults that are planted one at a time into a copy of the source: for each invariant at least one, and the tests that
 * must fail because of it. `npm run faults` shows that they do.
 */
export interface PlantedFault {
  /** Name of the invariant, as in docs/design.md. */
  readonly invariant: string;
  /** What the fault does, in words. */
  readonly what: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** Test files that must notice, as filters of the test runner. */
  readonly tests: readonly string[];
}

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I1',
    what: 'a push expects nothing of the remote',
    file: 'src/adapters/git/state-branch.ts',
    from: "return `--force-with-lease=refs/heads/${branch}:${expect === null ? '' : checkedSha(expect)}`;",
    to: 'return `--force-with-lease=refs/heads/${branch}${expect === null ? "" : ""}`;',
    tests: ['test/contract/state-store.test.ts'],
  },
  {
    invariant: 'I2',
    what: 'work branch and state branch are pushed side by side instead of together',
    file: 'src/adapters/git/state-branch.ts',
    from: "return ['--atomic', '--porcelain'",
    to: "return ['--porcelain'",
    tests: ['test/contract/state-store.test.ts'],
  },
  {
    invariant: 'I3',
    what: 'a holder of whom nothing is known counts as dead',
    file: 'src/wake/takeover.ts',
    from: "if (state === 'finished') return true;",
    to: "if (state !== 'running') return true;",
    tests: ['test/wake/take-over.test.ts'],
  },
  {
    invariant: 'I4',
    what: 'a push whose answer was lost is taken for one that never landed',
    file: 'src/wake/hold.ts',
    from: 'if (lease !== null) return lease.step >= step;',
    to: 'if (lease !== null) return false;',
    tests: ['test/wake/crash-table.test.ts'],
  },
  {
    invariant: 'I5',
    what: "a dead wake's reservation stays reserved for ever",
    file: 'src/wake/acquire.ts',
    from: 'dead === null ? state.budget : abandon(state.budget, goal.id, dead.reservation)',
    to: 'dead === null ? state.budget : (abandon(state.budget, goal.id, dead.reservation), state.budget)',
    tests: ['test/wake/crash-table.test.ts'],
  },
  {
    invariant: 'I6',
    what: 'a draft is created without looking for it first',
    file: 'src/wake/outbox.ts',
    from: 'const found = await github.findDrafts(record.branch, session.deadline.work);',
    to: 'const found: readonly Draft[] = [];',
    tests: ['test/wake/crash-table.test.ts'],
  },
  {
    invariant: 'I6',
    what: "an issue gets a new version by the agent's own comments",
    file: 'src/adapters/github/thread.ts',
    from: 'comments.filter((each) => !byAgent(each))',
    to: 'comments.filter((each) => byAgent(each) || true)',
    tests: ['test/contract/github.test.ts', 'test/wake/issues-over-http.test.ts'],
  },
  {
    invariant: 'I6',
    what: 'a version of an issue that was worked on under an older key comes back',
    file: 'src/wake/issue-item.ts',
    from: 'return seen === item.key ? null : seen;',
    to: 'return seen === item.key ? null : null;',
    tests: ['test/wake/issue-queue.test.ts'],
  },
  {
    invariant: 'I7',
    what: 'a comment is made without looking for it first',
    file: 'src/wake/issue-outbox.ts',
    from: 'return comments.some(({ byAgent, body }) => byAgent && readMarker(body) === entry.marker);',
    to: 'return comments.some(({ byAgent, body }) => byAgent && readMarker(body) === entry.kind);',
    tests: ['test/wake/crash-table-issues.test.ts'],
  },
  {
    invariant: 'I7',
    what: 'an issue is opened without looking for it first',
    file: 'src/wake/issue-outbox.ts',
    from: 'await world.issues.findOpened(entry.marker, deadline.work);',
    to: "await world.issues.findOpened('', deadline.work);",
    tests: ['test/wake/crash-table-issues.test.ts'],
  },
  {
    invariant: 'I7',
    what: 'effects that a dead wake left behind make nothing due',
    file: 'src/core/due.ts',
    from: "if (unfinishedOutbox(checkpoint).length > 0) return 'unfinished_effects';",
    to: '',
    tests: ['test/wake/crash-table.test.ts'],
  },
  {
    invariant: 'I8',
    what: 'an attempt counts when it ends',
    file: 'src/core/checkpoint.ts',
    from: 'attempts: record.attempts + 1',
    to: 'attempts: record.attempts',
    tests: ['test/wake'],
  },
  {
    invariant: 'I9',
    what: 'paths that gate the agent are not protected',
    file: 'src/core/permission.ts',
    from: 'const protection = protectedAs(path, goalsFolder);',
    to: 'const protection = protectedAs(path, goalsFolder) === null ? null : null;',
    tests: ['test/core/permission.test.ts', 'test/agent/escapes.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'a refused call is run all the same',
    file: 'src/agent/gate.ts',
    from: "if (decision.kind === 'denied') return decision.reason;",
    to: '',
    tests: ['test/agent/escapes.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'a tool call comments on an issue by itself',
    file: 'src/agent/issue-desk.ts',
    from: 'const thread = await this.#reader.read(number, this.#signal);',
    to: `const thread = await this.#reader.read(number, this.#signal);
    await (this.#reader as import('../ports.ts').Issues).comment(number, 'Hello.', this.#signal);`,
    tests: ['test/agent/issues.test.ts', 'test/architecture.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'an item of a queue over issues reaches other issues',
    file: 'src/agent/issue-gate.ts',
    from: 'if (own !== undefined && effect.issue !== own)',
    to: 'if (own !== undefined && effect.issue < 0)',
    tests: ['test/agent/issues.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'the model may set labels that decide what the agent works on',
    file: 'src/core/labels.ts',
    from: 'if (queues.some((queue) => isSameLabel(queue, label)))',
    to: 'if (queues.some((queue) => queue.length > 1_000 && isSameLabel(queue, label)))',
    tests: ['test/agent/issues.test.ts'],
  },
  {
    invariant: 'I11',
    what: "a work branch is pushed over a person's commits",
    file: 'src/wake/touched-branch.ts',
    from: 'return remote === tip ? null : touchOf(hold, place, null);',
    to: 'return null;',
    tests: ['test/wake/persons.test.ts'],
  },
  {
    invariant: 'I12',
    what: 'the workflow starts a wake although the variable is set',
    file: '.github/workflows/wake.yml',
    from: "vars.WAKEFUL_STOP == ''",
    to: "vars.WAKEFUL_STOP != 'true'",
    tests: ['test/workflows/wake.test.ts'],
  },
  {
    invariant: 'I12',
    what: 'state/STOP is not looked at while a goal is worked on',
    file: 'src/wake/hold.ts',
    from: 'if (state.stop !== null) return stoppedBy(state.stop);',
    to: '',
    tests: ['test/wake/stop.test.ts'],
  },
  {
    invariant: 'I12',
    what: 'a resume takes away a stop that was set after it had looked',
    file: 'src/wake/stop-switch.ts',
    from: "apply: (now) => (now.stop === seen ? resumed(now) : 'stale'),",
    to: 'apply: (now) => resumed(now),',
    tests: ['test/wake/kill-switch.test.ts'],
  },
  {
    invariant: 'I12',
    what: 'a wake goes on although its workflow was disabled',
    file: 'src/wake/watch.ts',
    from: 'await refuseDisabled(this.#hold.session);',
    to: '',
    tests: ['test/wake/stop.test.ts'],
  },
  {
    invariant: 'I13',
    what: 'known secrets are not masked',
    file: 'src/core/mask.ts',
    from: 'const known = knownForms(values);',
    to: 'const known = knownForms(values.slice(0, 0));',
    tests: ['test/core/mask.test.ts', 'test/wake/secrets.test.ts'],
  },
  {
    invariant: 'I14',
    what: 'lines that a commit has carried travel once more',
    file: 'src/wake/journal.ts',
    from: 'this.#waiting = this.#waiting.slice(count);',
    to: 'this.#waiting = this.#waiting.slice(Math.min(count, 0));',
    tests: ['test/wake/crash-table.test.ts'],
  },
  {
    invariant: 'I15',
    what: 'a slot that was counted is counted again when the clock jumps back',
    file: 'src/core/slot-plan.ts',
    from: 'if (newest === null || (after !== null && newest <= after)) return nothing(checkpoint);',
    to: 'if (newest === null || newest === after) return nothing(checkpoint);',
    tests: ['test/core/slot-plan.test.ts'],
  },
  {
    invariant: 'I16',
    what: 'a served request stays in the inbox',
    file: 'src/core/inbox.ts',
    from: 'return { ...state, requests: Object.fromEntries(left) };',
    to: 'return left.length > 0 ? state : state;',
    tests: ['test/wake/requests.test.ts'],
  },
  {
    invariant: 'I16',
    what: 'the job of a comment that runs again does what it did once more',
    file: 'src/core/served-comment.ts',
    from: 'return comment !== undefined && (status.comments ?? []).includes(comment);',
    to: 'return comment !== undefined && (status.comments ?? []).length < 0;',
    tests: ['test/wake/comments.test.ts'],
  },
  {
    invariant: 'I17',
    what: 'two drafts in a row closed unmerged go unnoticed',
    file: 'src/core/circles.ts',
    from: 'if (refusals >= REFUSALS_ALLOWED)',
    to: 'if (refusals > 1_000 * REFUSALS_ALLOWED)',
    tests: ['test/wake/runaway.test.ts'],
  },
];
