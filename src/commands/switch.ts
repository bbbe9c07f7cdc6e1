import type { StopAnswer, StopPlace } from '../wake/stop-switch.ts';
import { EXIT_NEEDS_PERSON, type Terminal, writeJson } from './command.ts';
import { findRemotePlace } from './remote-place.ts';
import { openReadingWorld } from './world.ts';

export interface Switching {
  readonly terminal: Terminal;
  readonly options: { readonly remote: string | null; readonly repo: string | null; readonly json: boolean };
}

/** Sets or removes the stop where the options say, and tells what became of it. */
export async function switchStop(
  { terminal, options }: Switching,
  act: (place: StopPlace) => Promise<StopAnswer>,
): Promise<number> {
  const signal = new AbortController().signal;
  const place = await findRemotePlace(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(place.address, place.settings.stateBranch);
  try {
    const outcome = await act({ world, repository: place.repository, signal });
    if (options.json) writeJson(terminal, { source: place.sentence, ...outcome });
    else terminal.out.write(`${place.sentence}\n${outcome.detail}\n`);
    return outcome.done ? 0 : EXIT_NEEDS_PERSON;
  } finally {
    await close();
  }
}
