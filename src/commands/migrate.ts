import { PROGRAM } from '../core/text/program.ts';
import { migrateState } from '../oversight/migrate.ts';
import type { Command, CommandCall } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { runForPerson } from './worlds/run-for-person.ts';
import { REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} migrate [options]

Checks whether the files of the state branch have the version that this program writes, and
says what to do if they do not. There is only version 1 so far, so nothing is ever changed.
It refuses while a run holds a lock.
${REMOTE_HELP}
  --json               print the result as one JSON document
`;

export const migrate: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, json: 'flag' });
  refuseWords(words);
  return runForPerson({ terminal, options }, migrateState);
}
