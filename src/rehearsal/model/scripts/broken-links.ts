import type { StatedFinding } from '../text/assignment.ts';
import { changeFile } from '../text/change.ts';
import type { Conversation } from '../text/conversation.ts';
import { counted, oneLine } from '../text/objective.ts';
import { finish, giveUp, type Turn } from '../text/turn.ts';
import { fileView, readOn } from '../text/views.ts';

/** Longer pages are read as far as this. */
const PAGE_LINES = 1_500;

export function isBrokenLinks(objective: string): boolean {
  return /broken relative links/i.test(oneLine(objective));
}

/** Reads the page, takes what the program takes for right, and leaves the rest to a person. */
export function brokenLinks(conversation: Conversation): Turn {
  const { item, findings } = conversation.assignment;
  const page = item.replace(/@[0-9a-f]{7,64}$/, '');
  if (findings.length === 0)
    return giveUp(`The task must come with findings of the finder links, and "${page}" has none.`);
  const repairs = findings.map(repairOf);
  const mendable = repairs.filter(({ right }) => right !== null);
  const rest = repairs.filter(({ right }) => right === null).map(({ line, text }) => `line ${line}: ${text}`);
  if (mendable.length === 0) return finish(summary(page, [], rest));
  const reading = readOn(conversation, [page], PAGE_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, page);
  if (view.kind !== 'text')
    return giveUp(`${page} cannot be read: ${view.kind === 'failed' ? view.reason : 'nothing came back'}`);
  const lines = mendable.reduce(mendedLines, view.text.split('\n'));
  const step = changeFile(conversation, { path: page, before: view.text, after: lines.join('\n') });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'refused') return giveUp(`${page} could not be fixed: ${step.reason}`);
  const done = mendable.map(({ line, destination, right }) => `line ${line}: ${destination} → ${right}`);
  return finish(summary(page, done, rest));
}

/** What a finding says about a link. `right`: null: several things can be meant, or none. */
interface Repair extends StatedFinding {
  readonly destination: string;
  readonly right: string | null;
}

function repairOf(finding: StatedFinding): Repair {
  const [, destination = '', right = null] =
    /^(.+?) (?:leads to|names a heading) .*?(?:; (.+) would be right)?$/.exec(finding.text) ?? [];
  return { ...finding, destination, right };
}

/** A link may go on over the next lines. */
function mendedLines(lines: readonly string[], { line, destination, right }: Repair): string[] {
  const at = lines.findIndex((text, index) => index >= line - 1 && text.includes(destination));
  return lines.map((text, index) => (index === at ? text.replace(destination, () => right ?? '') : text));
}

function summary(page: string, mended: readonly string[], rest: readonly string[]): string {
  const parts = [
    mended.length > 0 ? `Fixed ${counted(mended.length, 'link')} of ${page}:\n- ${mended.join('\n- ')}` : '',
    rest.length > 0 ? `Left for a person in ${page}:\n- ${rest.join('\n- ')}` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}
