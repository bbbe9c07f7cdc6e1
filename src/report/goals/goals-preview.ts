import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Goal } from '../../core/goal.ts';
import { codeSpan, inlineText } from '../words/markdown.ts';
import { count, listWords } from '../words/sentences.ts';
import { permissionTable, spendTable } from './goal-tables.ts';
import type { GoalTree } from './goal-tree.ts';
import { type GoalTreeChanges, goalTreeChanges } from './goal-tree-changes.ts';
import { goalTreeChangesText } from './goal-tree-changes-text.ts';

export interface GoalsPreviewInput {
  /** As it is now. */
  readonly before: GoalTree;
  /** As it is proposed. */
  readonly after: GoalTree;
  /** What `before` is, e.g. a branch or a short commit id. */
  readonly comparedWith: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

const GOALS_SHOWN = 100;
const PROBLEMS_SHOWN = 100;

/** What goals and settings would let the agent do, as Markdown. Text from the files has no effect in it. */
export function goalsPreview({ before, after, comparedWith, now }: MaskedRecord<GoalsPreviewInput>): string {
  const changes = goalTreeChanges(before, after);
  const goals = inOrder(after.goals, changes);
  return `${joined([
    `## ${headline(after)}`,
    problemsText(after),
    '### What changes',
    `Compared with ${codeSpan(comparedWith)}.`,
    goalTreeChangesText(changes),
    ...(goals.length === 0 ? ['No goal could run.'] : permissionsAndCosts(goals, { after, now })),
  ])}\n`;
}

function headline({ goals, problems }: GoalTree): string {
  const found = problems.length === 0 ? 'no problems' : count(problems.length, 'problem');
  return `${count(goals.length, 'goal')}, ${found}`;
}

function problemsText({ problems, unusable, hasValidSettings }: GoalTree): string {
  if (problems.length === 0) return '';
  const lines = problems.slice(0, PROBLEMS_SHOWN).map((problem) => `- ${inlineText(problem)}`);
  const more = problems.length - lines.length;
  const rest = more === 0 ? [] : [`- And ${count(more, 'more problem')}.`];
  const what = consequence({ unusable: unusable.slice(0, PROBLEMS_SHOWN), hasValidSettings });
  return joined(['### Problems', [...lines, ...rest].join('\n'), what]);
}

function consequence({
  unusable,
  hasValidSettings,
}: Pick<GoalTree, 'unusable' | 'hasValidSettings'>): string {
  if (!hasValidSettings)
    return '**No goal would run**, because the settings are not valid. The tables below show what the default settings would allow.';
  return unusable.length === 0 ? '' : `${listWords(unusable.map(codeSpan))} would not run.`;
}

/** Changed goals first, so that none of them is among those that are left out. */
function inOrder(
  goals: readonly MaskedRecord<Goal>[],
  { goals: changed }: GoalTreeChanges,
): readonly MaskedRecord<Goal>[] {
  const isChanged = (goal: MaskedRecord<Goal>) => changed.some(({ id }) => id === goal.id);
  return [...goals.filter(isChanged), ...goals.filter((goal) => !isChanged(goal))];
}

function permissionsAndCosts(
  goals: readonly MaskedRecord<Goal>[],
  { after, now }: Pick<MaskedRecord<GoalsPreviewInput>, 'after' | 'now'>,
) {
  const shown = goals.slice(0, GOALS_SHOWN);
  const more = goals.length - shown.length;
  return [
    '### What each goal may do',
    permissionTable(shown, after.settings),
    '### When, and the most that can be spent',
    spendTable(shown, { settings: after.settings, total: goals, now }),
    more === 0 ? '' : `And ${count(more, 'more goal')}, which the total counts as well.`,
    footnotes(after),
  ];
}

function footnotes({ goals, settings }: GoalTree): string {
  const models = new Set(goals.filter(({ enabled }) => enabled).map(({ model }) => model));
  const priceless = [...models].filter((name) => (settings.models[name]?.price ?? null) === null);
  const dollars = `Dollars are not known: the settings give no price for ${listWords(priceless.map(codeSpan))}.`;
  return [
    '- Times are UTC. A goal that never ran is due at the next run.',
    '- Tokens are those sent and received in all runs of a UTC day. A month has 31 days.',
    ...(priceless.length === 0 ? [] : [`- ${dollars}`]),
    `- ${WILDCARDS}`,
    `- ${OVERRIDES}`,
  ].join('\n');
}

const WILDCARDS =
  'A wildcard under “May write” reaches no name that begins with a dot, and no file that is known to be run or obeyed by CI systems, other services, editors, package managers or coding agents. Such a file can be written only where it is named without a wildcard. `.github/`, `.git*`, `state/`, `CODEOWNERS`, the goals and the sources of the agent can never be written.';

const OVERRIDES =
  'This page cannot see the variables `OPENAI_BASE_URL` and `OPENAI_MODEL` of the repository. If they are set, they replace what the settings say about the model `default`.';

function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}
