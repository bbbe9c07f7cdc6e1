import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { ENDINGS } from '../../core/ending.ts';
import type { WakeVerdict } from '../../core/health/verdict.ts';
import { cutText } from '../../core/text/plain-text.ts';
import type { AlertResult, FileProblem, WakeResult } from '../../core/wake-result.ts';
import { plainLine } from '../words/display-width.ts';
import { endingWords } from '../words/ending-words.ts';
import { type GitHubSite, issueUrl } from '../words/github-pages.ts';
import { headlineWords } from '../words/headline.ts';
import { count, listWords, sentence } from '../words/sentences.ts';

/** A note that GitHub shows on the page of a job, and beside the line that it is about. One line of text. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Null: not about a file. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null;
}

export interface AnnotationInput {
  readonly result: WakeResult;
  readonly verdict: WakeVerdict;
  readonly site: GitHubSite;
}

/** GitHub shows no more of one kind from one step. */
const MOST_OF_A_KIND = 10;
const MESSAGE_LENGTH = 2_000;

/** The ending first, then a note on each line of a goal or settings file that is wrong; the rest is counted in one. */
export function annotationsOf(input: MaskedRecord<AnnotationInput>): readonly Annotation[] {
  const { result, verdict } = input;
  const kind = verdict === 'needs_person' ? 'error' : 'warning';
  const first = endingNote(input);
  const news = result.alerts.filter(({ opened }) => opened).map((alert) => alertNote(alert, input.site));
  return [
    ...first,
    ...problemNotes(result.problems, { kind, beside: first.length }),
    ...cut(news, MOST_OF_A_KIND, 'alert'),
  ];
}

/** `beside`: how many other notes of the kind there are. */
export function problemNotes(
  problems: readonly MaskedRecord<Omit<FileProblem, 'goal'>>[],
  { kind, beside }: { readonly kind: Annotation['kind']; readonly beside: number },
): readonly Annotation[] {
  const notes = problems.map((problem) => problemNote(problem, kind));
  return cut(notes, MOST_OF_A_KIND - beside, 'problem');
}

function endingNote({ result, verdict, site }: MaskedRecord<AnnotationInput>): readonly Annotation[] {
  const { level } = ENDINGS[result.ending];
  if (verdict === 'fine' && level === 'info') return [];
  const title = `Wakeful: ${headlineWords(result)}`;
  const words = sentence(cutText(result.detail, MESSAGE_LENGTH)) || sentence(endingWords(result.ending));
  const kind = { fine: 'notice', needs_person: 'error', told_before: 'warning' } as const;
  const known = verdict === 'told_before' ? ` An open issue says so already: ${issuesOf(result, site)}.` : '';
  return [note({ kind: kind[verdict], title, message: `${words}${known}` })];
}

function issuesOf({ alerts }: WakeResult, site: GitHubSite): string {
  const urls = alerts.flatMap(({ issue }) => (issue === null ? [] : [issueUrl(site, issue)]));
  return listWords([...new Set(urls)]);
}

function problemNote(problem: MaskedRecord<Omit<FileProblem, 'goal'>>, kind: Annotation['kind']): Annotation {
  const { file, line, column, message } = problem;
  const isSettings = file === '.github/wakeful.yml';
  const title = isSettings ? 'The settings file is not valid' : 'The goal file is not valid';
  return {
    ...note({ kind, title, message: cutText(message, MESSAGE_LENGTH) }),
    place: { file, line, column },
  };
}

function alertNote({ title, issue }: MaskedRecord<AlertResult>, site: GitHubSite): Annotation {
  const where = issue === null ? '' : ` See ${issueUrl(site, issue)}.`;
  return note({
    kind: 'notice',
    title: 'New alert',
    message: `${sentence(cutText(title, MESSAGE_LENGTH))}${where}`,
  });
}

function note({ kind, title, message }: Omit<Annotation, 'place'>): Annotation {
  return { kind, title, message: plainLine(message), place: null };
}

/** At most `most`; what is left over is counted in the last one. */
function cut(notes: readonly Annotation[], most: number, noun: string): readonly Annotation[] {
  if (notes.length <= most) return notes;
  const shown = notes.slice(0, most - 1);
  const [first] = notes;
  if (first === undefined) return shown;
  const message = `And ${count(notes.length - shown.length, `more ${noun}`)}: see the job summary.`;
  return [...shown, note({ kind: first.kind, title: first.title, message })];
}
