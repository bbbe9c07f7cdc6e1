import { environment } from '../adapters/runner.ts';
import type { HandAnswer, HandPlace } from '../wake/by-hand.ts';
import { EXIT_NEEDS_PERSON, type Terminal, writeJson } from './command.ts';
import { findRemotePlace } from './remote-place.ts';
import { openReadingWorld } from './world.ts';

export interface HandCall {
  readonly terminal: Terminal;
  readonly options: { readonly remote: string | null; readonly repo: string | null; readonly json: boolean };
}

/** Does something to the state branch that the options choose, and tells what became of it. */
export async function byHand(
  { terminal, options }: HandCall,
  act: (place: HandPlace) => Promise<HandAnswer>,
): Promise<number> {
  const signal = new AbortController().signal;
  const place = await findRemotePlace(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(place.address, place.settings.stateBranch);
  const secrets = [environment().openaiKey].filter((value) => value !== '');
  try {
    const answer = await act({ world, repository: place.repository, secrets, signal });
    if (options.json) writeJson(terminal, { source: place.sentence, ...answer });
    else terminal.out.write(`${place.sentence}\n${answer.detail}\n`);
    return answer.done ? 0 : EXIT_NEEDS_PERSON;
  } finally {
    await close();
  }
}
