import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { issueOf } from '../../core/alert-state.ts';
import type { AlertRecord, State } from '../../core/state.ts';
import { compareText } from '../../core/text/compare-text.ts';
import { fixed } from '../../core/text/masked.ts';
import { cutText, linesOf } from '../../core/text/plain-text.ts';
import { wayOut } from '../on-github/alert.ts';
import { plainLine, wrapToWidth } from '../words/display-width.ts';
import { inlineText, link } from '../words/markdown.ts';
import type { Style } from '../words/palette.ts';
import { count, figure, sentence, shortTime } from '../words/sentences.ts';
import { issuePage } from './repository-page.ts';
import type { StatusInput } from './status-facts.ts';

const SHOWN = 20;
const LENGTH = 120;

/** What a person should know, oldest first. Alerts whose cause is gone are left out. */
function openAlerts({ alerts }: MaskedRecord<State>): readonly MaskedRecord<AlertRecord>[] {
  return Object.values(alerts.alerts)
    .filter((alert) => alert.wanted)
    .sort((a, b) => compareText(a.raised_at, b.raised_at));
}

/** For the status page: Markdown. */
export function alertList(input: StatusInput): string {
  const open = openAlerts(input.state);
  if (open.length === 0) return 'None.';
  const lines = open.slice(0, SHOWN).map((alert) => alertItem(alert, input));
  const more = open.length - SHOWN;
  const rest = more > 0 ? [`- And ${figure(more)} more: see \`state/alerts.json\`.`] : [];
  return [...lines, ...rest].join('\n');
}

function alertItem(alert: MaskedRecord<AlertRecord>, input: StatusInput): string {
  const title = inlineText(cutText(alert.title, LENGTH));
  const issue = issueOf(input.state.alerts, alert);
  const where = issue === null ? '' : ` (issue ${link(`#${issue}`, issuePage(input, issue))})`;
  return [`- ${shortTime(alert.raised_at)}: ${title}${where}${knownWords(alert)}`, ...toDo(alert)].join(
    '\n  - ',
  );
}

function toDo({ goal, cause }: Pick<AlertRecord, 'goal' | 'cause'>): readonly string[] {
  const steps = wayOut({ goal, cause });
  return steps.length === 0 ? [] : [`To do: ${steps.join(' ')}`];
}

function knownWords({ known, issue }: Pick<AlertRecord, 'known' | 'issue'>): string {
  return known && issue !== null ? ', closed by a person' : '';
}

/** For the terminal: each with what was found and what to do; no line for none. */
export function alertLines({ state, issuePage: pageOf }: StatusInput, style: Style): readonly string[] {
  const open = openAlerts(state);
  const lines = open.slice(0, SHOWN).flatMap((alert) => {
    const issue = issueOf(state.alerts, alert);
    const number = issue === null ? (alert.known ? '(no issues here)' : '(no issue yet)') : `#${issue}`;
    const page = issue === null ? null : (pageOf?.(issue) ?? null);
    const about = [
      `Since ${shortTime(alert.raised_at)}${knownWords(alert)}.`,
      sentence(cutText(linesOf(alert.detail ?? fixed(''))[0] ?? fixed(''), 2 * LENGTH)),
    ];
    return [
      ...indented(`${number} ${alert.title}`, { indent: 2, style }).map((line) => style.paint('warn', line)),
      ...[about.join(' '), ...toDo(alert), ...(page === null ? [] : [`Read it: ${page}`])].flatMap((text) =>
        indented(text, { indent: 4, style }),
      ),
    ];
  });
  const more = open.length - SHOWN;
  return more > 0 ? [...lines, `  And ${count(more, 'more alert')}.`] : lines;
}

function indented(
  text: string,
  { indent, style }: { readonly indent: number; readonly style: Style },
): readonly string[] {
  const lines = wrapToWidth(plainLine(text.replaceAll('`', '')), Math.max(20, style.width - indent));
  return lines.map((line) => ' '.repeat(indent) + line);
}
