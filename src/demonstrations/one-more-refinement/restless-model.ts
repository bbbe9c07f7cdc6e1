import type { ModelProvider } from '../../ports.ts';
import { answerOf, type ModelTurn, modelOf } from '../../simulation/model/behaviour.ts';

/** What a model does that never finds a text finished. */
export const HABITS = ['more', 'fiddle', 'undo', 'wander'] as const;
export type Habit = (typeof HABITS)[number];

export const TEXT_FILE = 'essay.md';
export const FIRST_TEXT = '# On being finished\n\nA good text ends where it has said enough.\n';
/** Tokens of one call, and dollars per million of them. */
const USAGE = { tokensIn: 1500, tokensOut: 400 } as const;
export const PRICE = { in: 10, out: 40 } as const;
export const USD_PER_CALL = (USAGE.tokensIn * PRICE.in + USAGE.tokensOut * PRICE.out) / 1_000_000;

const ADJECTIVES: readonly string[] = ['good', 'fine', 'sound', 'clear', 'plain', 'calm', 'short', 'true'];

/** What it makes of the text in its n-th edit, from 1. */
export function restlessText(habit: Habit, n: number): string {
  const adjective = ADJECTIVES[n % ADJECTIVES.length] ?? '';
  if (habit === 'undo')
    return n % 2 === 1 ? FIRST_TEXT.replace('enough', 'all that it has to say') : FIRST_TEXT;
  if (habit === 'fiddle') return FIRST_TEXT.replace('good', adjective);
  const more = Array.from({ length: n }, (_, index) => paragraph(index + 1));
  return `${FIRST_TEXT}\n${more.join('\n\n')}\n`;
}

function paragraph(n: number): string {
  return `Remark ${n}. One more thought belongs here, because a text can always say a little more than it says, and a reader who has come this far will surely not mind reading number ${n} as well, before the next one follows.`;
}

/** The same model for the engine: it reads the text once, then edits it for ever. `edited` is called for each edit. */
export function restlessModel(habit: Habit, edited: () => void): ModelProvider {
  return modelOf(({ turn }) => {
    const next: ModelTurn = turn === 0 ? [['read_file', { path: TEXT_FILE }]] : [editOf(habit, turn)];
    if (turn > 0) edited();
    return answerOf(next, turn, USAGE);
  });
}

function editOf(habit: Habit, n: number): ModelTurn[number] {
  if (habit === 'wander') return ['write_file', { path: `ideas/idea-${n}.md`, text: `${paragraph(n)}\n` }];
  return ['write_file', { path: TEXT_FILE, text: restlessText(habit, n) }];
}
