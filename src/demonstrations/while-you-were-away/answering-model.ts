import type { ModelProvider } from '../../ports.ts';
import { modelOf } from '../../simulation/model/behaviour.ts';

export const ANSWERS = 'answers/';

/** Answers the letter that its task names; what nobody can read it gives up. */
export function answeringModel(isUnreadable: (letter: string) => boolean): ModelProvider {
  return modelOf(({ item, turn }) => {
    const letter = /letters\/(\d+)\.txt/.exec(item)?.[1] ?? '';
    if (isUnreadable(letter)) return [['give_up', { reason: 'Nobody can read this letter.' }]];
    if (turn > 0) return [['finish', { summary: `Answered letter ${letter}.` }]];
    return [['write_file', { path: `${ANSWERS}${letter}.txt`, text: `An answer to letter ${letter}.\n` }]];
  });
}
