import { loginName } from '../adapters/runner.ts';
import { removeStop } from '../wake/stop-switch.ts';
import { byHand } from './by-hand.ts';
import type { Command, CommandCall } from './command.ts';
import { readOptions } from './options.ts';
import { PLACE_HELP } from './remote-place.ts';
import { askFor, WISH_OPTIONS } from './wish.ts';

const HELP = `
npm start -- resume [<goal>] [options]

With a goal: takes away its pause; whatever paused it is counted afresh.

Without one it lets the agent run again: removes state/STOP from the state branch, and
only the stop that it saw. The variable WAKEFUL_STOP, where it is set, stops it all the
same.
${PLACE_HELP}
  --reason <text>      why a goal is resumed, for the log
  --json               print the outcome as one JSON document
`;

export const resume: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, WISH_OPTIONS);
  if (words.length > 0) return askFor({ terminal, options }, { kind: 'resume', words });
  return byHand({ terminal, options }, (place) => removeStop(place, { by: loginName() }));
}
