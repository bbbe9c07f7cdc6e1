import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { AlertFigures, AlertPlace } from '../../core/checkpoint-state.ts';
import { hiddenMarker } from '../../core/marker.ts';
import { fixed, masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { fileUrl } from '../words/github-pages.ts';
import { codeSpan, inlineText, link, quotedText, renderWithin, titleText } from '../words/markdown.ts';
import { placeSentence } from '../words/place-words.ts';
import { count, dollarWords, figure, inBrackets, longTime } from '../words/sentences.ts';
import { ALERT_CAUSES, type AlertCause, wayOut } from './alert-causes.ts';

export interface AlertInput {
  /** Null: not about one goal. */
  readonly goal: { readonly id: string; readonly title: string } | null;
  readonly cause: AlertCause;
  /** What happened, in plain sentences; one line per problem. */
  readonly detail: string;
  /** ISO time at which the cause was found. */
  readonly since: string;
  /** How often, and what it has cost; missing: that is not known. */
  readonly figures?: AlertFigures;
  /** What may have to be changed in files; missing: nothing. */
  readonly places?: readonly AlertPlace[];
  /** The state branch, where the log is. */
  readonly branch: string;
  /** Address of the repository; missing: it has no pages. */
  readonly home?: string | undefined;
}

const TITLE_LENGTH = 120;
const DETAIL_LENGTH = 20_000;

/** Title and Markdown body of an alert issue. The same cause gives the same text, so that it is not updated in vain. */
export function alertText(input: MaskedRecord<AlertInput>): {
  readonly title: string;
  readonly body: string;
} {
  const title = titleText(
    masked`Wakeful: ${input.goal?.id ?? fixed('the agent')} ${fixed(ALERT_CAUSES[input.cause].title)}`,
    TITLE_LENGTH,
  );
  const body = [
    `Since ${longTime(input.figures?.since ?? input.since)}${goalWords(input.goal)}.`,
    '## What happened',
    input.detail.trim() === ''
      ? 'Nothing more is known.'
      : renderWithin(input.detail, DETAIL_LENGTH, quotedText),
    ...(input.figures === undefined ? [] : [figureWords(input.cause, input.figures)]),
    '## What to do',
    [...wayOut({ goal: input.goal?.id ?? null, cause: input.cause }), ...placeSteps(input), ...byHand(input)]
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
    `The log is on the branch ${codeSpan(input.branch)}, in \`state/log/\`. ${CLOSING}`,
    hiddenMarker(alertMarker(input)),
  ].join('\n\n');
  return { title, body };
}

const AS_OF = 'As of ';

/** The same text without its figures. */
export function withoutFigures(body: string): string {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  return lines.filter((line) => !line.startsWith(AS_OF)).join('\n');
}

/** The issue is not written anew after each run, so it says of when the figures are. */
function figureWords(cause: AlertCause, { at, times, tokens, usd_micros: usdMicros }: AlertFigures): string {
  const [one, more] =
    cause === 'item_stuck'
      ? ['attempt was made', 'attempts were made']
      : ['run failed', 'runs in a row failed'];
  const often = times === 1 ? `1 ${one}` : `${figure(times)} ${more}`;
  const cost = tokens === 0 ? 'no tokens' : count(tokens, 'token');
  const dollars = usdMicros === 0 ? null : dollarWords({ tokens, usdMicros });
  return `${AS_OF}${longTime(at)}: ${often}, which cost ${cost}${inBrackets(dollars)}.`;
}

const COMPARE = /`(https?:\/\/[^\s`]+\/compare\/[^\s`]+\?expand=1)`/;

/**
 * Where the agent may not open a pull request, a person can at once. No other address becomes a link: what happened may be
 * told in the words of anybody who pushes the state branch.
 */
function byHand({ cause, detail, home }: AlertInput): readonly string[] {
  const address = cause === 'forbidden' ? COMPARE.exec(detail)?.[1] : undefined;
  const isOwn = home !== undefined && address?.startsWith(`${home}/compare/`) === true;
  return address === undefined || !isOwn ? [] : [`${link('Or open the pull request by hand', address)}.`];
}

/** Each with its line as a link, where the repository has pages. */
function placeSteps({ places = [], home }: MaskedRecord<AlertInput>): readonly string[] {
  return places.map((place) => {
    const address = home === undefined ? null : fileUrl(home, place);
    const words = inlineText(placeSentence(place));
    return address === null ? words : `${words} ${link('Open it', address)}.`;
  });
}

const CLOSING = [
  'The agent closes this issue when the cause is gone.',
  'If you close it yourself, it stays closed until the cause changes.',
].join(' ');

/** `alert/<goal>/<cause>`: by it the issue is found again. */
export function alertMarker(alert: {
  readonly goal: { readonly id: string } | null;
  readonly cause: string;
}): string {
  return `alert/${alert.goal?.id ?? '_agent'}/${alert.cause}`;
}

function goalWords(goal: MaskedRecord<AlertInput>['goal']): string {
  return goal === null ? '' : `, goal ${codeSpan(goal.id)}: ${inlineText(cutText(goal.title, TITLE_LENGTH))}`;
}
