import { type ActionSource, rawFile, textIn } from './release.ts';
import type { Survey } from './survey.ts';

/** A goal of the samples that suits a repository. */
export interface ProposedGoal {
  readonly id: string;
  readonly why: GoalReason;
}

export type GoalReason =
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'docs'; readonly folder: string }
  | { readonly kind: 'changelog'; readonly path: string }
  | { readonly kind: 'notes_in_code'; readonly notes: number };

/** From so many on, a list of them is worth having. */
const FEWEST_NOTES = 5;
export const MOST_GOALS = 3;

/** The goals that have something to do in a repository, the most useful first. `notes`: how many TODO comments its code has. */
export function goalsFor(survey: Survey, notes: number): readonly ProposedGoal[] {
  const { pages, docs, changelog, changelogTool } = survey;
  const proposed: ProposedGoal[] = [];
  if (pages > 0) proposed.push({ id: 'broken-links', why: { kind: 'pages', pages } });
  if (docs !== null) proposed.push({ id: 'docs-index', why: { kind: 'docs', folder: docs } });
  // Two programs that write one file would undo each other's work.
  if (changelog !== null && changelogTool === null)
    proposed.push({ id: 'changelog-draft', why: { kind: 'changelog', path: changelog } });
  if (notes >= FEWEST_NOTES) proposed.push({ id: 'todo-digest', why: { kind: 'notes_in_code', notes } });
  return proposed;
}

/** Every sample, by its id. */
export function sampleGoals({ files }: ActionSource): readonly string[] {
  return [...files.keys()].flatMap((path) => /^goals\/([\w-]+)\.yml$/.exec(path)?.[1] ?? []);
}

/** The file of a sample, with the paths of this repository. */
export function goalText(id: string, release: ActionSource, { docs, changelog }: Survey): string {
  const text = textIn(release, `goals/${id}.yml`).replace(
    '$schema=../schema/goal.schema.json',
    `$schema=${rawFile(release, 'schema/goal.schema.json')}`,
  );
  switch (id) {
    case 'docs-index':
      return text.replaceAll('docs/', `${docs ?? 'docs'}/`);
    case 'changelog-draft':
      return text.replaceAll('CHANGELOG.md', changelog ?? 'CHANGELOG.md');
    case 'todo-digest':
      return docs === null ? text : text.replaceAll('docs/todo.md', `${docs}/todo.md`);
    default:
      return text;
  }
}
