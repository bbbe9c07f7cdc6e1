import { loginName } from '../adapters/runner.ts';
import { PROGRAM } from '../core/text/program.ts';
import { adoptState } from '../oversight/adopt.ts';
import type { Command, CommandCall } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { runForPerson } from './worlds/run-for-person.ts';
import { REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} adopt [options]

Takes over the state branch that came with a copy or a fork of a repository, so that the agent
goes on here from where it was there. First it only says what would stay and what would not;
with --yes it does it, in one commit with a line in the log. A repository that was renamed or
transferred needs no adoption.
${REMOTE_HELP}
  --yes                do it
  --json               print the result as one JSON document
`;

export const adopt: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, yes: 'flag', json: 'flag' });
  refuseWords(words);
  return runForPerson({ terminal, options }, (remote) =>
    adoptState(remote, { by: loginName(), isSure: options.yes }),
  );
}
