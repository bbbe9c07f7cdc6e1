import type { PlantedFault } from '../planted-fault.ts';

/** The log, slots, and many windows: I14, I15, I17. */
export const RECORD_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I14',
    what: 'lines that a commit has carried travel once more',
    file: 'src/ledger/journal.ts',
    from: 'this.#waiting = this.#waiting.slice(count);',
    to: 'this.#waiting = this.#waiting.slice(Math.min(count, 0));',
    tests: ['test/in-memory/crashes/crash-table.test.ts'],
  },
  {
    invariant: 'I14',
    what: 'lines of a commit whose answer was lost travel once more',
    file: 'src/ledger/ledger.ts',
    from: `if (this.#tip !== null && (this.#tip === attempt.commit || step.isIn(this.#state))) {
        this.#ports.journal.landed(attempt.waiting, attempt.own);`,
    to: 'if (this.#tip !== null && (this.#tip === attempt.commit || step.isIn(this.#state))) {',
    tests: ['test/in-memory/crashes/crash-table.test.ts'],
  },
  {
    invariant: 'I15',
    what: 'a slot that was counted is counted again when the clock jumps back',
    file: 'src/core/schedule/slot-plan.ts',
    from: 'if (newest === null || (after !== null && newest <= after)) return nothing(checkpoint);',
    to: 'if (newest === null || newest === after) return nothing(checkpoint);',
    tests: ['test/rules/core/schedule/slot-plan.test.ts'],
  },
  {
    invariant: 'I15',
    what: 'the edit of a once goal is forgotten while its draft waits',
    file: 'src/core/work/window-slots.ts',
    from: "if (goal.schedule.kind !== 'once' || committed === undefined) return changed;",
    to: 'if (committed !== null) return changed;',
    tests: ['test/in-memory/goal/once.test.ts'],
  },
  {
    invariant: 'I15',
    what: 'slots that passed under a lease are counted by nobody',
    file: 'src/core/schedule/slot-plan.ts',
    from: 'if (countSlots(schedule, after, takenAt) > 0) return nothing(checkpoint);',
    to: 'if (takenAt > 0) return nothing(checkpoint);',
    tests: ['test/rules/core/schedule/slot-plan.test.ts', 'test/in-memory/goal/slots.property.test.ts'],
  },
  {
    invariant: 'I17',
    what: 'two drafts in a row closed unmerged go unnoticed',
    file: 'src/core/progress/circles.ts',
    from: 'if (refusals >= REFUSALS_ALLOWED)',
    to: 'if (refusals > 1_000 * REFUSALS_ALLOWED)',
    tests: ['test/in-memory/item/runaway.test.ts'],
  },
  {
    invariant: 'I17',
    what: 'windows whose drafts undo each other go unnoticed',
    file: 'src/core/progress/circles.ts',
    from: 'one === three && one !== two;',
    to: 'one === three && one === two;',
    tests: ['test/in-memory/item/runaway.test.ts'],
  },
  {
    invariant: 'I17',
    what: 'windows that change next to nothing go unnoticed',
    file: 'src/core/progress/circles.ts',
    from: '(change) => change.characters <= TINY_CHARACTERS &&',
    to: '(change) => change.characters < 0 &&',
    tests: ['test/in-memory/item/runaway.test.ts'],
  },
  {
    invariant: 'I13',
    what: "a stop shows the reason that was set before by a mask without the settings' own patterns",
    file: 'src/oversight/stop/stop-agent.ts',
    from: "const mask = (set.kind === 'seen' ? set.value.mask : undefined) ?? valuesMask(context);",
    to: 'const mask = valuesMask(context);',
    tests: ['test/in-memory/oversight/kill-switch.test.ts'],
  },
];
