import type { PlantedFault } from '../planted-fault.ts';

/** Budgets: I5. */
export const MONEY_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I5',
    what: 'what takes the place of a model is paid at the price of the other one',
    file: 'src/wake/lease/open-model.ts',
    from: 'meter.usePrice(to.settings.price);',
    to: '',
    tests: ['test/in-memory/lease/fallback.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'a call of which nothing is known costs more than was set aside for it',
    file: 'src/agent/asking.ts',
    from: 'const worst = { promptBytes: most,',
    to: 'const worst = { promptBytes: size,',
    tests: ['test/in-memory/lease/budget.test.ts'],
  },
  {
    invariant: 'I5',
    what: "a dead wake's reservation stays reserved for ever",
    file: 'src/core/work/take-goal.ts',
    from: 'dead === null ? state.budget : abandon(state.budget, goal.id, dead)',
    to: 'dead === null ? state.budget : (abandon(state.budget, goal.id, dead), state.budget)',
    tests: ['test/in-memory/crashes/crash-table.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'other goals do not count for the total of the day',
    file: 'src/core/money/budget.ts',
    from: 'used: totalOf(day),',
    to: 'used: day[goal] ?? NO_SUMS,',
    tests: ['test/rules/core/money/budget.test.ts', 'test/in-memory/lease/budget.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'a prompt is taken for a third of its bytes',
    file: 'src/core/money/meter.ts',
    from: 'Math.min(wantedTokens, left.tokens - promptBytes, this.#dollarsAllow(promptBytes)),',
    to: 'Math.min(wantedTokens, left.tokens - promptBytes / 3, this.#dollarsAllow(promptBytes)),',
    tests: ['test/rules/core/money/meter.test.ts', 'test/in-memory/lease/budget.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'a call that was refused is paid for',
    file: 'src/core/money/meter.ts',
    from: 'const usage = cost.isCharged ? (cost.usage ?? worst) : { tokensIn: 0, tokensOut: 0 };',
    to: 'const usage = cost.usage ?? worst;',
    tests: ['test/rules/core/money/meter.test.ts', 'test/in-memory/lease/budget.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'where the log lacks lines, the end of one lock counts for another one',
    file: 'src/core/money/logged-spend.ts',
    from: "if (event !== 'took_over') return wake === lease.wake;",
    to: "if (event !== 'took_over') return true;",
    tests: ['test/in-memory/attacks/honest-budget.test.ts'],
  },
  {
    invariant: 'I5',
    what: 'nobody has a turn while the log of the month is read',
    file: 'src/wake/lease/spend-in-log.ts',
    from: "await turns.filter(text.split('\\n'), tellsOfMoney);",
    to: "text.split('\\n').filter(tellsOfMoney);",
    tests: ['test/in-memory/attacks/honest-budget.test.ts'],
  },
];
