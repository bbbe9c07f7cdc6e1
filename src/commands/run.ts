import type { Command, CommandCall } from './command.ts';
import { readOptions } from './options.ts';
import { PLACE_HELP } from './places/remote-place.ts';
import { askFor, WISH_OPTIONS } from './wish.ts';

const HELP = `
npm start -- run <goal> [options]

Asks for a goal, due or not: one commit stores the request on the state branch, and the
next wake serves it first. An autonomous wake that holds the goal is asked to give way.
Lifts a pause and items that are stuck. With a token in GITHUB_TOKEN or GH_TOKEN that
may, a wake is started at once; in a rehearsal npm start does that.
${PLACE_HELP}
  --reason <text>      why, for the log
  --json               print the outcome as one JSON document
`;

export const run: Command = { help: HELP, run: ask };

async function ask({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, WISH_OPTIONS);
  return askFor({ terminal, options }, { kind: 'run', words });
}
