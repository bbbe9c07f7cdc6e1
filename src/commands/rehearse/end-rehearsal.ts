import { environment } from '../../adapters/runner.ts';
import { ENDINGS, worstEnding } from '../../core/ending.ts';
import type { Settings } from '../../core/settings.ts';
import { withProgram } from '../../core/text/program.ts';
import { REHEARSAL_TEXTS } from '../../report/terminal/command-texts.ts';
import { rehearsalReport } from '../../report/terminal/rehearsal.ts';
import { wrapToWidth } from '../../report/words/display-width.ts';
import type { SlotListing } from '../../report/words/slot-words.ts';
import { print, type Terminal, writeJson } from '../terminal/command.ts';
import { styleOf } from '../terminal/style.ts';
import type { Watcher } from '../terminal/watcher.ts';
import { slotFacts } from '../worlds/goal-slots.ts';
import type { RehearsalFolder } from '../worlds/rehearsal-folder.ts';
import type { RehearsalModel } from '../worlds/rehearsal-model.ts';
import { nightResult, type PlayedWake } from './play.ts';

export interface Played {
  readonly rehearsal: RehearsalFolder;
  readonly model: RehearsalModel;
  readonly options: {
    readonly json: boolean;
    readonly stop: string | null;
    readonly repo: string | null;
    readonly goals: string | null;
  };
  readonly terminal: Terminal;
  readonly watcher: Watcher;
  /** Of a night: what became of the slots. */
  readonly slots: readonly SlotListing[];
  readonly budget: Settings['budget'];
}

/** Shows what was played, and gives the exit code. */
export function conclude(played: readonly PlayedWake[], setup: Played): number {
  const ending = worstEnding(played.map((wake) => wake.result.ending));
  if (setup.options.json) writeJson(setup.terminal, jsonResult(played, setup));
  else printReport(played, setup);
  return ENDINGS[ending].exitCode;
}

function jsonResult(played: readonly PlayedWake[], { rehearsal, model, slots }: Played) {
  const { home, source } = rehearsal;
  return {
    repository: source.name,
    remote: `${home.shownAs}/origin.git`,
    github: `${home.shownAs}/github`,
    model: { kind: model.kind, name: model.name },
    wakes: played.map(({ at, result }) => ({ at: new Date(at).toISOString(), ...result })),
    ...(slots.length === 0
      ? {}
      : { slots: slots.map((each) => ({ goal: each.goal.id, ...slotFacts(each) })) }),
  };
}

function printReport(
  played: readonly PlayedWake[],
  { rehearsal: { home }, model, options, terminal, watcher, slots, budget }: Played,
): void {
  const last = nightResult(played);
  if (last === null) return;
  const style = styleOf(terminal);
  const shown =
    model.kind === 'scripted'
      ? ({ kind: 'scripted' } as const)
      : ({ kind: 'real', name: model.name } as const);
  const input = {
    result: last.result,
    now: last.endedAt,
    ...(played.length > 1 ? { span: { wakes: played.length, from: played[0]?.at ?? last.at } } : {}),
    issuePage: (issue: number) => `${home.shownAs}/github/issues/${issue}.md`,
    model: shown,
    slots,
    slotsPerMonth: last.slotsPerMonth,
    budget,
    playedStop: playedStop(options),
    elsewhere: { repo: options.repo, goals: options.goals },
    program: terminal.program,
  };
  watcher.gap();
  print(terminal, rehearsalReport(input, style));
  if (played.length > 1) {
    const hint = withProgram(REHEARSAL_TEXTS.nightPlayed(last.endedAt), terminal.program);
    print(terminal, `\n${wrapToWidth(hint, style.width).join('\n')}\n`);
  }
}

/** A stop of the environment outlasts one of the command line. */
function playedStop({ stop }: Played['options']): 'option' | 'environment' | null {
  if (environment().stop !== '') return 'environment';
  return stop === null ? null : 'option';
}
