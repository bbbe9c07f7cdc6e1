import type { Goal } from '../../core/goal.ts';
import { limitWords } from '../on-github/how-made.ts';
import { plainLine, wrapToWidth } from '../words/display-width.ts';
import type { Style } from '../words/palette.ts';
import { count, scheduleWords, shortTime } from '../words/sentences.ts';
import { dueWords, type SlotListing, slotLines } from '../words/slot-words.ts';
import { renderTable } from '../words/table.ts';

export interface GoalListing {
  readonly goal: Goal;
  /** Due times to come, soonest first: ISO texts or milliseconds. */
  readonly nextSlots: readonly (string | number)[];
  /** What became of its due times; null: this is not known, or the agent never ran. */
  readonly slots: SlotListing | null;
}

/** The `goals` command: a table, then what each may do and at most spend, then everything wrong with the files. */
export function goalsText(
  listings: readonly GoalListing[],
  problems: readonly string[],
  style: Style,
): string {
  const sections = [
    listings.length === 0 ? 'There are no goals.' : table(listings, style),
    ...listings.map((listing) => details(listing, style)),
    problems.length === 0 ? '' : problemLines(problems, style),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function table(listings: readonly GoalListing[], style: Style): string {
  const rows = listings.map((listing) => [
    listing.goal.id,
    listing.goal.title,
    scheduleWords(listing.goal.schedule),
    nextWords(listing),
  ]);
  const columns = [
    { title: 'Goal', shrinkTo: 12 },
    { title: 'Title', shrinkTo: 16 },
    { title: 'When', shrinkTo: 16 },
    { title: 'Next due (UTC)', shrinkTo: 14 },
  ];
  return renderTable(columns, rows, style);
}

function nextWords({ goal, nextSlots, slots }: GoalListing): string {
  if (!goal.enabled) return 'disabled';
  if (slots !== null) return dueWords(slots);
  const next = nextSlots[0];
  return next === undefined ? 'the next run' : shortTime(next);
}

function details({ goal, slots }: GoalListing, style: Style): string {
  const { permissions, limits } = goal;
  const writes = permissions.write.length === 0 ? 'nothing' : permissions.write.join(', ');
  const dollars = limits.usdPerDay === null ? '' : `, $${limits.usdPerDay} a day`;
  const lines = [
    `file: ${goal.file}`,
    `may write: ${writes}; may do: ${permissions.effects.join(', ') || 'nothing'}`,
    ...(permissions.run === true
      ? ['may run: any line in a copy of the files; none where no sandbox works']
      : []),
    `limits: ${limitWords(limits)}, ${count(limits.tokensPerDay, 'token')} a day${dollars}`,
    ...(slots === null ? [] : slotLines(slots)),
  ];
  return [style.paint('strong', goal.id), ...lines.flatMap((line) => indented(line, style))].join('\n');
}

function problemLines(problems: readonly string[], style: Style): string {
  const lines = problems.flatMap((problem) => wrapToWidth(plainLine(problem), style.width));
  return [style.paint('bad', 'Problems'), ...lines].join('\n');
}

function indented(text: string, { width }: Style): readonly string[] {
  return wrapToWidth(plainLine(text), width - 2).map((line) => `  ${line}`);
}
