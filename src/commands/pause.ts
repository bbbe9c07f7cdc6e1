import type { Command, CommandCall } from './command.ts';
import { readOptions } from './options.ts';
import { PLACE_HELP } from './places/remote-place.ts';
import { askFor, WISH_OPTIONS } from './wish.ts';

const HELP = `
npm start -- pause <goal> [options]

Lets one goal rest until it is resumed: its slots are skipped meanwhile. An autonomous
wake that holds it saves and gives way.
${PLACE_HELP}
  --reason <text>      why, for the status and the log
  --json               print the outcome as one JSON document
`;

export const pause: Command = { help: HELP, run: ask };

async function ask({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, WISH_OPTIONS);
  return askFor({ terminal, options }, { kind: 'pause', words });
}
