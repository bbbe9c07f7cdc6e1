import type { Ending } from '../core/ending.ts';
import { count, figure } from '../core/figures.ts';
import { type CheckReport, checkSentence } from '../core/progress/check-report.ts';
import { BYTES_PER_LINE, linesOf } from '../core/progress/diff.ts';
import type { CommandContext } from './command-context.ts';
import { runChecks } from './commands.ts';
import { MOST_IN_A_ROW } from './faults.ts';
import type { FoundRest, FoundWork } from './found-work.ts';
import type { LastChecks } from './last-checks.ts';
import type { BaseChecks } from './pursuit.ts';
import { noRoom } from './tools/changes.ts';
import type { FinishReport, ToolContext } from './tools/tool.ts';

const OUTPUT_LENGTH = 4_000;
const LEAVE_IT =
  'Put right what can be. If the rest needs a person, say so in the summary and call finish once more.';

export type FinishDecision =
  | { readonly kind: 'ended'; readonly ending: Ending; readonly detail: string; readonly isFinal?: true }
  /** The model goes on, and reads why. */
  | { readonly kind: 'not_yet'; readonly reason: string };

type FailedCheck = Extract<CheckReport, { kind: 'failed' }>;

export interface FinishingDependencies {
  readonly commands: CommandContext;
  readonly checks: LastChecks;
  readonly isContinued: boolean;
  /** Null: no program has found the item. */
  readonly found: FoundWork | null;
  /** Null: nobody finds out what failed before. */
  readonly base: BaseChecks | null;
}

/** A call that was refused or did not work. */
interface FailedCall {
  readonly tool: string;
  readonly reason: string;
  /** It was to change a file. */
  readonly isChange: boolean;
  /** It was allowed, and did not work. */
  readonly isError: boolean;
}

/** Decides whether work that the model calls finished is finished: small enough, and with its checks passing. */
export class Finishing {
  readonly #context: ToolContext;
  readonly #commands: CommandContext;
  readonly #checks: LastChecks;
  /** An earlier attempt at this item has left its work in the tree. */
  readonly #continued: boolean;
  readonly #found: FoundWork | null;
  readonly #base: BaseChecks | null;
  /** What was left when the model finished last. */
  #rest: string | null = null;
  /** How often finishing was refused, by what was not right. */
  readonly #refusals = new Map<string, number>();
  #failed: readonly FailedCall[] = [];
  /** A change that was tried and missed, however long ago. */
  #missed: FailedCall | null = null;
  /** The last change that was tried, where it did not work. */
  #open: FailedCall | null = null;
  /** A change that was made and changed nothing. */
  #vain: Pick<FailedCall, 'tool' | 'reason'> | null = null;
  #hasAsked = false;

  constructor(context: ToolContext, setup: FinishingDependencies) {
    this.#context = context;
    this.#commands = setup.commands;
    this.#checks = setup.checks;
    this.#continued = setup.isContinued;
    this.#found = setup.found;
    this.#base = setup.base;
  }

  /** A new answer of the model: what failed in an earlier one it has read. */
  startTurn(): void {
    this.#failed = [];
  }

  noteFailed(call: FailedCall): void {
    this.#failed = [...this.#failed, call];
    if (!call.isChange) return;
    this.#missed = call;
    if (call.isError) this.#open = call;
  }

  /** What was written is what was there. */
  noteVain(call: Pick<FailedCall, 'tool' | 'reason'>): void {
    this.#vain = call;
  }

  /** A change worked: what failed before it has been mended, or is not wanted any more. */
  noteChanged(): void {
    this.#open = null;
  }

  async judge(report: FinishReport): Promise<FinishDecision> {
    if (this.#failed.length > 0) return this.#notWith(this.#failed);
    const diff = await this.#context.tree.diff(this.#context.signal);
    const changed = this.#context.changes.hasAny || (this.#continued && diff.files.length > 0);
    if (!changed) return this.#withoutChange(report);
    if (this.#open !== null && !this.#hasAsked) return this.#withOpenChange(this.#open);
    const lines = linesOf(diff.files);
    const most = this.#context.goal.limits.changedLines;
    if (lines > most) {
      if (this.#context.changes.fitsAloneWith(lines, most))
        return {
          kind: 'ended',
          ending: 'too_large',
          detail: noRoom(count(most, 'line'), 'limits.changed_lines'),
        };
      return this.#refuse(
        'too_large',
        `the draft changes ${count(lines, 'line')}; at most ${figure(most)} are allowed (limits.changed_lines). A line counts once for every ${BYTES_PER_LINE} bytes.`,
      );
    }
    const { version } = this.#context.changes;
    const found = (await this.#found?.judge()) ?? null;
    if (found?.kind === 'left') {
      this.#checks.take([found.report], version);
      return this.#withFindings(found);
    }
    const known = (command: string) => this.#checks.knownOf(command, version);
    const proof = found === null ? [] : [found.report];
    this.#checks.take([...proof, ...(await runChecks(this.#commands, known))], version);
    const failed = this.#checks.reports.filter((report) => report.kind === 'failed');
    if (failed.length > 0) {
      const which = failed.map(({ command }) => command).join('\n');
      return this.#refuse('checks_failed', this.#failures(await this.#compared(failed)), which);
    }
    return { kind: 'ended', ending: 'worked', detail: `The model finished; ${this.#checksInShort()}.` };
  }

  #checksInShort(): string {
    const { reports } = this.#checks;
    if (reports.length === 0) return 'the goal names no checks';
    const passed = reports.filter(({ kind }) => kind === 'passed').length;
    return passed === reports.length
      ? `checks passed: ${passed}`
      : `checks not run: ${reports.length - passed}`;
  }

  /** What the model leaves twice needs a person. What its own change has brought is never left. */
  #withFindings({ reason, rest }: FoundRest): FinishDecision {
    const isSame = rest !== null && rest === this.#rest;
    this.#rest = rest;
    if (!isSame) return this.#refuse('checks_failed', rest === null ? reason : `${reason}\n${LEAVE_IT}`);
    const [first = ''] = reason.split('\n');
    return { kind: 'ended', ending: 'checks_failed', detail: first, isFinal: true };
  }

  #withoutChange({ findings }: FinishReport): FinishDecision {
    const effects = this.#context.noteList.effects.length;
    const unmended = this.#found?.withoutChange(effects) ?? null;
    if (unmended !== null) return this.#withFindings(unmended);
    if (effects + findings.length === 0 && this.#missed !== null)
      return this.#withoutTriedChange(this.#missed);
    if (effects + findings.length === 0 && this.#vain !== null && !this.#hasAsked)
      return this.#withVainChange(this.#vain);
    const done = [
      ...(effects > 0 ? [`asked for ${count(effects, 'change')} on issues`] : []),
      ...(findings.length > 0 ? [`reports ${count(findings.length, 'finding')}`] : []),
    ];
    return done.length > 0
      ? {
          kind: 'ended',
          ending: 'worked',
          detail: `No file was changed; the model ${done.join(' and ')}.`,
        }
      : { kind: 'ended', ending: 'no_change', detail: 'The model found nothing to change.' };
  }

  #notWith(failed: readonly FailedCall[]): FinishDecision {
    const named = failed.map(({ tool, reason }) => `${tool}: ${reason}`).join(' ');
    return {
      kind: 'not_yet',
      reason: `of the calls beside it in your answer, ${failed.length} failed (${named}). Mend it, or call finish again alone.`,
    };
  }

  /** Said once; then the item has not been done, whatever the model says. */
  #withoutTriedChange({ tool, reason }: FailedCall): FinishDecision {
    if (this.#hasAsked) {
      const detail = `The model finished although its change failed and nothing has changed (${tool}: ${reason}).`;
      return { kind: 'ended', ending: 'no_progress', detail };
    }
    this.#hasAsked = true;
    return {
      kind: 'not_yet',
      reason: `nothing has changed: your last change failed (${tool}: ${reason}). Make the change, or give_up and say why.`,
    };
  }

  /** Said once. Perhaps all is as it should be. */
  #withVainChange({ tool, reason }: Pick<FailedCall, 'tool' | 'reason'>): FinishDecision {
    this.#hasAsked = true;
    return {
      kind: 'not_yet',
      reason: `nothing has changed (${tool}: ${reason}). Make the change, or call finish again if all is as it should be already.`,
    };
  }

  /** Said once. Other changes are there, so the model's word counts the next time. */
  #withOpenChange({ tool, reason }: FailedCall): FinishDecision {
    this.#hasAsked = true;
    return {
      kind: 'not_yet',
      reason: `your last change failed (${tool}: ${reason}), and none has followed it. Make it, or call finish again if the work is complete without it.`,
    };
  }

  /** `what`: the same for the same fault. Whoever mends one and meets the next makes progress. */
  #refuse(ending: Ending, reason: string, what = ending as string): FinishDecision {
    const times = (this.#refusals.get(what) ?? 0) + 1;
    this.#refusals.set(what, times);
    if (times < MOST_IN_A_ROW) return { kind: 'not_yet', reason };
    const first = reason.split('\n')[0] ?? '';
    return {
      kind: 'ended',
      ending,
      detail: `Finishing was refused ${times} times; the last time: ${first}`,
    };
  }

  /** What failed before the change is told apart from what the change broke, for the model and for the draft. */
  async #compared(failed: readonly FailedCheck[]): Promise<readonly FailedCheck[]> {
    const compared: FailedCheck[] = [];
    for (const report of failed) {
      const atBase = (await this.#base?.resultOf(report.command, this.#commands.deps)) ?? null;
      compared.push(atBase === null ? report : { ...report, atBase });
    }
    this.#checks.replace(compared);
    return compared;
  }

  #failures(failed: readonly FailedCheck[]): string {
    const parts = failed.map(
      (report) =>
        `${checkSentence(report)}\n${this.#context.fence.around(report.output.slice(-OUTPUT_LENGTH))}`,
    );
    return `the checks do not pass yet. ${parts.join('\n')}`;
  }
}
