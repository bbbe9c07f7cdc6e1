import { PROGRAM } from '../core/text/program.ts';
import { REQUEST_OPTIONS, requestFor } from './person-request.ts';
import type { Command, CommandCall } from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { REMOTE_HELP } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} run <goal> [options]

Asks for a goal, due or not. One commit stores the request on the state branch, and the next
run works on this goal first. A scheduled run that holds the goal is asked to make room. A
pause of the goal ends, and its stuck tasks are tried again. With a token in GITHUB_TOKEN or
GH_TOKEN that may start workflows, a run is started at once. In a rehearsal,
${PROGRAM} rehearse starts it.
${REMOTE_HELP}
  --reason <text>      why, for the log
  --json               print the result as one JSON document
`;

export const run: Command = { help: HELP, run: ask };

async function ask({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: 'run', words });
}
