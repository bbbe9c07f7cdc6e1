import { loginName } from '../adapters/runner.ts';
import { removeStop } from '../wake/stop-switch.ts';
import type { Command, CommandCall } from './command.ts';
import { readOptions, refuseWords } from './options.ts';
import { PLACE_HELP, PLACE_OPTIONS } from './remote-place.ts';
import { switchStop } from './switch.ts';

const HELP = `
npm start -- resume [options]

Lets the agent run again: removes state/STOP from the state branch, and only the stop
that it saw. The variable WAKEFUL_STOP, where it is set, stops it all the same.
${PLACE_HELP}
  --json               print the outcome as one JSON document
`;

export const resume: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...PLACE_OPTIONS, json: 'flag' });
  refuseWords(words);
  return switchStop({ terminal, options }, (place) => removeStop(place, { by: loginName() }));
}
