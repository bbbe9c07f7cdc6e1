import { migrateState } from '../oversight/migrate.ts';
import type { Command, CommandCall } from './command.ts';
import { readOptions, refuseWords } from './options.ts';
import { byHand } from './places/by-hand.ts';
import { PLACE_HELP, PLACE_OPTIONS } from './places/remote-place.ts';

const HELP = `
npm start -- migrate [options]

Looks whether the files of the state branch have the version of this program, and says
what is needed where they do not. There is only version 1 so far, so nothing is moved.
Refuses while a wake holds a goal.
${PLACE_HELP}
  --json               print the outcome as one JSON document
`;

export const migrate: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...PLACE_OPTIONS, json: 'flag' });
  refuseWords(words);
  return byHand({ terminal, options }, migrateState);
}
