import type { AlertPlace } from '../../core/checkpoint-state.ts';
import type { AlertNeed, PersonNeed, ReviewNeed } from '../../core/report/report.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { wayOut } from '../on-github/alert-causes.ts';
import type { PageTarget } from '../words/github-pages.ts';
import { placeSentence } from '../words/place-words.ts';
import { count, dollarWords, figure, fullStop, sentence, shortTime } from '../words/sentences.ts';

/** Something that waits for a person, in words. Names stand in backticks. */
export interface NeedText {
  /** What it is, without a full stop. */
  readonly title: string;
  /** Since when, and how much, as a sentence. */
  readonly about: string;
  /** What happened, in the words of what failed; empty: there is nothing more to say. */
  readonly why: string;
  /** What to do, in order; the first is the next step. */
  readonly steps: readonly string[];
  /** What to open first. */
  readonly target: PageTarget | null;
  /** Lines of files that may have to be changed. */
  readonly places: readonly AlertPlace[];
}

/** What to do about every draft that waits. */
export const REVIEW_HINT =
  'Merge a draft, or close it without merging to reject it. If you reject it, a comment with your reason helps the next one.';

const WHY_LENGTH = 400;

export function needText(need: PersonNeed): NeedText {
  switch (need.kind) {
    case 'review':
      return reviewText(need);
    case 'alert':
      return alertText(need);
    case 'lock':
      return {
        title: `The lock of ${need.goal} was not given back`,
        about: `It ended on ${shortTime(need.since)}, and run ${need.run} holds it still.`,
        why: '',
        steps: ['The next run takes it over. If none comes, start one by hand and read how it ends.'],
        target: null,
        places: [],
      };
  }
}

function reviewText(need: ReviewNeed): NeedText {
  const size = `${count(need.files, 'file')}, ${count(need.lines, 'line')}`;
  const name = need.draft === null ? need.branch : `draft #${need.draft}`;
  return {
    title: `Review ${name}: ${need.title}`,
    about: `By ${need.goal}, waiting since ${shortTime(need.since)}; ${size}${need.isComplete ? '' : '; parts of the work are still missing'}.`,
    why: '',
    steps: need.draft === null ? ['The next run opens its pull request.'] : [],
    target: need.draft === null ? null : { kind: 'draft', number: need.draft },
    places: [],
  };
}

function alertText(need: AlertNeed): NeedText {
  return {
    title: need.title.replace(/^Wakeful: /, ''),
    about: `Since ${shortTime(need.since)}${oftenWords(need)}.${issueWords(need)}`,
    why: sentence(cutBetweenWords(need.detail.split('\n')[0] ?? '', WHY_LENGTH)),
    steps: [
      ...wayOut({ goal: need.goal, cause: need.cause }).map(fullStop),
      // Where a file is wrong as a whole, what happened begins with the line.
      ...need.places.filter(({ field }) => field !== undefined).map(placeSentence),
    ],
    target: need.issue === null ? null : { kind: 'issue', number: need.issue },
    places: need.places,
  };
}

/** How often, since when and at what cost; as of the time at which it was written down. */
function oftenWords({ cause, failures, figures }: AlertNeed): string {
  if (figures === null || figures.times < 2)
    return failures > 1 ? `; ${count(failures, 'failure')} in a row` : '';
  const { times, since, at, tokens, usd_micros: usdMicros } = figures;
  const what = cause === 'item_stuck' ? 'attempts' : 'runs that failed';
  const dollars = usdMicros === 0 ? '' : ` (${dollarWords({ tokens, usdMicros })})`;
  const cost = tokens === 0 ? 'no tokens' : `${count(tokens, 'token')}${dollars}`;
  const when = since === at ? `up to ${shortTime(at)}` : `from ${shortTime(since)} to ${shortTime(at)}`;
  return `; ${figure(times)} ${what}, ${when}, cost ${cost}`;
}

function issueWords({ issue, isKnown }: AlertNeed): string {
  if (issue === null) return isKnown ? ' This repository has no issues.' : ' It has no issue yet.';
  return isKnown ? ' Its issue was closed by a person.' : '';
}
