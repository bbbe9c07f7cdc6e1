import type { FactChange } from '../../core/health/changed-facts.ts';
import { codeSpan, valueSpan } from '../words/markdown.ts';
import { count } from '../words/sentences.ts';
import type { GoalChange, GoalTreeChanges } from './goal-tree-changes.ts';

/** GitHub takes a mebibyte for a whole summary. */
const ROOM = 600_000;

/** Long texts. The diff of the file shows them better. */
const UNQUOTED: ReadonlySet<string> = new Set(['title', 'objective']);

const NOTHING_WEIGHS = 'No base URL, no model, no permission and no command changes.';

/** The changes of settings and goals as Markdown. What widens what the agent may do is bold. */
export function goalTreeChangesText(changes: GoalTreeChanges): string {
  const { settings, goals } = changes;
  const groups = [
    ...(settings.length === 0 ? [] : [`Settings:\n\n${factLines(settings)}`]),
    ...goals.map(goalText),
  ];
  const shown = textsThatFit(groups);
  const more = groups.length - shown.length;
  return [
    weighs(changes) || !changes.isComplete ? '' : NOTHING_WEIGHS,
    ...shown,
    more === 0 ? '' : `**${count(more, 'more change')} did not fit in here. Look at the files.**`,
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function textsThatFit(texts: readonly string[]): readonly string[] {
  let left = ROOM;
  const tooMuch = texts.findIndex((text) => {
    left -= text.length;
    return left < 0;
  });
  return tooMuch === -1 ? texts : texts.slice(0, tooMuch);
}

function weighs({ settings, goals }: GoalTreeChanges): boolean {
  return [...settings, ...goals.flatMap(({ facts }) => facts)].some((change) => change.weighs);
}

function goalText({ id, kind, facts }: GoalChange): string {
  const name = codeSpan(id);
  switch (kind) {
    case 'new':
      return `**New goal** ${name}:\n\n${widerFactLines(facts)}`;
    case 'mended':
      return `**Goal** ${name}, which did not run so far, because its file was not valid:\n\n${widerFactLines(facts)}`;
    case 'changed':
      return `Goal ${name}:\n\n${factLines(facts)}`;
    case 'gone':
      return `Goal ${name} is removed.`;
    case 'broken':
      return `**Goal** ${name} would no longer run, because its file is not valid.`;
    case 'new_broken':
      return `**New goal** ${name} would not run, because its file is not valid.`;
  }
}

/** Of a goal that did not run before: what it may do. The tables show its limits and times. */
function widerFactLines(facts: readonly FactChange[]): string {
  const lines = facts
    .filter((fact) => fact.weighs)
    .map((fact) => `- **${codeSpan(fact.field)}: ${spans(fact.after)}**`);
  return lines.join('\n');
}

function factLines(facts: readonly FactChange[]): string {
  const lines = facts.map((fact) => {
    const words = `${codeSpan(fact.field)}: ${changeWords(fact)}`;
    return `- ${fact.weighs ? `**${words}**` : words}`;
  });
  return lines.join('\n');
}

function changeWords(change: FactChange): string {
  if (UNQUOTED.has(change.field)) return 'the text changes';
  if (change.isList) return listWords(change);
  return `${spans(change.before)} → ${spans(change.after)}`;
}

function listWords({ added, removed }: FactChange): string {
  const parts = [
    added.length === 0 ? '' : `adds ${spans(added)}`,
    removed.length === 0 ? '' : `removes ${spans(removed)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'in another order' : parts.join('; ');
}

function spans(values: readonly string[]): string {
  return values.length === 0 ? 'not set' : values.map(valueSpan).join(', ');
}
