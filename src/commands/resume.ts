import { loginName } from '../adapters/runner.ts';
import { PROGRAM } from '../core/text/program.ts';
import { resumeAgent } from '../oversight/stop/resume-agent.ts';
import { REQUEST_OPTIONS, requestFor } from './person-request.ts';
import type { Command, CommandCall } from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { runForPerson } from './worlds/run-for-person.ts';
import { REMOTE_HELP } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} resume [<goal>] [options]

With a goal, it ends the pause of that goal. What led to the pause is counted from zero.

Without a goal, it lets the agent run again: it deletes the variable WAKEFUL_STOP, enables the
workflow wake.yml if a stop had disabled it, and removes state/STOP. It takes away only the
stops that are there when it begins, and never deletes a variable of the organisation. What
it could not take away it names, and says how to do that by hand. For everything but
state/STOP it needs a token in GITHUB_TOKEN or GH_TOKEN, as stop does.
${REMOTE_HELP}
  --reason <text>      why a goal is resumed, for the log
  --json               print each part as one JSON document
`;

export const resume: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, REQUEST_OPTIONS);
  if (words.length > 0) return requestFor({ terminal, options }, { kind: 'resume', words });
  return runForPerson({ terminal, options }, (remote) => resumeAgent(remote, { by: loginName() }));
}
