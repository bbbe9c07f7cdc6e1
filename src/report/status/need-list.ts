import type { AlertPlace } from '../../core/checkpoint-state.ts';
import type { PersonNeed } from '../../core/report/report.ts';
import type { PageTarget } from '../words/github-pages.ts';
import { indentedLines } from '../words/indented-lines.ts';
import { inlineText, link } from '../words/markdown.ts';
import type { Style } from '../words/palette.ts';
import { placeName } from '../words/place-words.ts';
import { count, figure } from '../words/sentences.ts';
import { type NeedText, needText, REVIEW_HINT } from './need-words.ts';
import { draftPage, filePage, issuePage } from './repository-page.ts';
import type { StatusInput } from './status-facts.ts';

const SHOWN = 20;

/** For the status page: Markdown. */
export function needList(needs: readonly PersonNeed[], place: StatusInput): string {
  if (needs.length === 0) return 'Nothing.';
  const lines = needs.slice(0, SHOWN).map((need) => needItem(needText(need), place));
  const more = needs.length - SHOWN;
  const rest =
    more > 0 ? [`- And ${figure(more)} more: see \`state/alerts.json\` and \`state/checkpoints\`.`] : [];
  return [...lines, ...rest].join('\n') + (hasReview(needs) ? `\n\n${REVIEW_HINT}` : '');
}

function hasReview(needs: readonly PersonNeed[]): boolean {
  return needs.some((need) => need.kind === 'review' && need.draft !== null);
}

function needItem({ title, about, why, steps, target, places }: NeedText, place: StatusInput): string {
  const pages = [
    ...(target === null ? [] : [link(nameOf(target), addressOf(target, place))]),
    ...places.flatMap((each) => lineLink(each, place)),
  ];
  const head = pages.length === 0 ? '' : ` (${pages.join(', ')})`;
  const said = why === '' ? [] : [inlineText(why)];
  const todo = steps.length === 0 ? [] : [`To do: ${inlineText(steps.join(' '))}`];
  return [`- **${inlineText(title)}**${head}. ${inlineText(about)}`, ...said, ...todo].join('\n  - ');
}

function nameOf({ kind, number }: PageTarget): string {
  return kind === 'draft' ? `open #${number}` : `read alert #${number}`;
}

/** Without a line, or without pages of the repository, there is nothing to open. */
function lineLink(line: AlertPlace, place: StatusInput): readonly string[] {
  const address = line.line === null ? null : filePage(place, line);
  return address === null ? [] : [link(`open ${placeName(line)}`, address)];
}

function addressOf({ kind, number }: PageTarget, place: StatusInput): string | null {
  return kind === 'draft' ? draftPage(place, number) : issuePage(place, number);
}

/** For the terminal; no line for none. `pageOf`: where a person can read it. */
export function needLines(
  needs: readonly PersonNeed[],
  { pageOf, style }: { readonly pageOf: (target: PageTarget) => string | null; readonly style: Style },
): readonly string[] {
  const lines = needs.slice(0, SHOWN).flatMap((need) => {
    const { title, about, why, steps, target } = needText(need);
    const page = target === null ? null : pageOf(target);
    const name = target?.kind === 'issue' ? `#${target.number} ${title}` : title;
    const details = [
      [about, why].filter((text) => text !== '').join(' '),
      ...(steps.length === 0 ? [] : [`To do: ${steps.join(' ')}`]),
      ...(page === null ? [] : [`Read it: ${page}`]),
    ];
    return [
      ...indentedLines(name, style, 2).map((line) => style.paint('warn', line)),
      ...details.flatMap((text) => indentedLines(text, style, 4)),
    ];
  });
  const more = needs.length - SHOWN;
  const rest = more > 0 ? [`  And ${count(more, 'more thing')}.`] : [];
  const hint = hasReview(needs) ? indentedLines(REVIEW_HINT, style, 2) : [];
  return [...lines, ...rest, ...hint];
}
