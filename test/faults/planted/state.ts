import type { PlantedFault } from '../planted-fault.ts';

const ALERTS = 'test/in-memory/attacks/forged-alerts.test.ts';
const BUDGET = 'test/in-memory/attacks/forged-budget.test.ts';
const EFFECTS = 'test/in-memory/attacks/forged-effects.test.ts';
const ADDRESSES = 'test/in-memory/attacks/forged-addresses.test.ts';
const FORGED = 'test/in-memory/attacks/forged-state.test.ts';

/** What is believed of the state branch: I4, I5, I10, I15. */
export const STATE_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'a draft may name any branch',
    file: 'src/config/state/cross-check.ts',
    from: 'const isOwn = isBranchOf(branch, { goal, generation });',
    to: 'const isOwn = isBranchOf(branch, { goal, generation }) || branch !== "";',
    tests: [FORGED],
  },
  {
    invariant: 'I10',
    what: 'work is pushed to another branch than that of its draft',
    file: 'src/ledger/branch-update.ts',
    from: 'branch: branchName(goal, draftKey, generation)',
    to: "branch: branchName(goal, draftKey, generation).replace(/.*/, 'main')",
    tests: [FORGED],
  },
  {
    invariant: 'I4',
    what: 'a lock may last as long as it says',
    file: 'src/config/state/cross-check.ts',
    from: 'if (lasts > LONGEST_LEASE_MS)',
    to: 'if (lasts === Infinity)',
    tests: [FORGED],
  },
  {
    invariant: 'I4',
    what: 'an epoch that no lock was given is believed',
    file: 'src/config/state/cross-check.ts',
    from: 'return epoch === undefined || epoch <= lock.epoch',
    to: 'return epoch === undefined || epoch >= 0',
    tests: [FORGED],
  },
  {
    invariant: 'I15',
    what: 'a state from the future is believed',
    file: 'src/ledger/read-state.ts',
    from: 'if (source.latest !== null) refuseFuture(state, source.latest);',
    to: 'if (source.latest !== null) refuseFuture(state, Infinity);',
    tests: [FORGED],
  },
  {
    invariant: 'I10',
    what: 'an effect that no task has decided on is carried out',
    file: 'src/config/state/cross-check.ts',
    from: 'return isOwn ? null : forgedStateProblems.otherMarker',
    to: 'return isOwn || own !== "" ? null : forgedStateProblems.otherMarker',
    tests: [FORGED],
  },
  {
    invariant: 'I10',
    what: 'the status page links whatever number a server that nobody named would have',
    file: 'src/report/status/repository-page.ts',
    from: ': { serverUrl, repository };',
    to: ": { serverUrl: 'https://evil.example', repository };",
    tests: [ADDRESSES],
  },
  {
    invariant: 'I10',
    what: 'the result of a run has the address of a draft as the state has it',
    file: 'src/wake/results.ts',
    from: 'return serverUrl === undefined ? url :',
    to: "return repository !== '' ? url :",
    tests: [ADDRESSES],
  },
  {
    invariant: 'I10',
    what: 'an effect is carried out on whatever issue the state names',
    file: 'src/wake/outbox/issue-effects.ts',
    from: "entry.kind !== 'open_issue' && entry.issue !== own",
    to: "entry.kind !== 'open_issue' && entry.issue < 0",
    tests: [EFFECTS],
  },
  {
    invariant: 'I10',
    what: 'whoever writes a comment with the marker keeps the agent from its own',
    file: 'src/core/work/issue-fate.ts',
    from: 'isByAgent && readMarker(body) === entry.marker',
    to: 'readMarker(body) === entry.marker',
    tests: [EFFECTS],
  },
  {
    invariant: 'I10',
    what: 'an alert that is over closes the issue that the state names',
    file: 'src/alerts/sync-alerts.ts',
    from: "if (state === 'open' && alertName(body) === name)",
    to: "if (state === 'open' && (number === issue || alertName(body) === name))",
    tests: [ALERTS],
  },
  {
    invariant: 'I14',
    what: 'an alert counts as closed by a person because the state says so',
    file: 'src/alerts/sync-alerts.ts',
    from: 'if (known !== null && own.some((issue) => issue.number === known))',
    to: 'if (known !== null)',
    tests: [ALERTS],
  },
  {
    invariant: 'I5',
    what: 'a budget is believed that says less than the log shows',
    file: 'src/core/money/logged-spend.ts',
    from: 'spent_tokens: Math.max(stated.spent_tokens, tokens),',
    to: 'spent_tokens: Math.min(stated.spent_tokens, tokens),',
    tests: [BUDGET],
  },
  {
    invariant: 'I5',
    what: 'whatever a line of the log names as a figure is added up',
    file: 'src/core/money/logged-spend.ts',
    from: "typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0",
    to: "typeof value === 'number' ? value : 0",
    tests: [BUDGET],
  },
  {
    invariant: 'I15',
    what: 'a line of the log is wrapped however long it is',
    file: 'src/report/terminal/log-text.ts',
    from: 'const LONGEST_LINE = 16_000;',
    to: 'const LONGEST_LINE = 200_000_000;',
    tests: ['test/rules/attacks/long-log-lines.test.ts'],
  },
];
