import { PROGRAM } from '../core/text/program.ts';
import { REQUEST_OPTIONS, requestFor } from './person-request.ts';
import type { Command, CommandCall } from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { REMOTE_HELP } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} pause <goal> [options]

Pauses one goal until you resume it. Its due times are skipped meanwhile. A scheduled run
that is working on the goal saves its work and leaves it.
${REMOTE_HELP}
  --reason <text>      why, for the status and the log
  --json               print the result as one JSON document
`;

export const pause: Command = { help: HELP, run: ask };

async function ask({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: 'pause', words });
}
