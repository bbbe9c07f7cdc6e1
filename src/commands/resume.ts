import { loginName } from '../adapters/runner.ts';
import { resumeAgent } from '../oversight/stop/resume-agent.ts';
import type { Command, CommandCall } from './command.ts';
import { readOptions } from './options.ts';
import { byHand } from './places/by-hand.ts';
import { PLACE_HELP } from './places/remote-place.ts';
import { askFor, WISH_OPTIONS } from './wish.ts';

const HELP = `
npm start -- resume [<goal>] [options]

With a goal: takes away its pause; whatever paused it is counted afresh.

Without one it lets the agent run again: deletes the variable WAKEFUL_STOP, enables the
workflow wake.yml where the stop had disabled it, and removes state/STOP; and only the
stops that it saw. What it could not take away it names, with how to do it by hand. A
variable of the organisation is never deleted. As for stop, all but the file needs a
token in GITHUB_TOKEN or GH_TOKEN.
${PLACE_HELP}
  --reason <text>      why a goal is resumed, for the log
  --json               print each part as one JSON document
`;

export const resume: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, WISH_OPTIONS);
  if (words.length > 0) return askFor({ terminal, options }, { kind: 'resume', words });
  return byHand({ terminal, options }, (place) => resumeAgent(place, { by: loginName() }));
}
