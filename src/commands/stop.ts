import { loginName } from '../adapters/runner.ts';
import { PROGRAM } from '../core/text/program.ts';
import { stopAgent } from '../oversight/stop/stop-agent.ts';
import { USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { type Command, type CommandCall, UsageError } from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { runForPerson } from './worlds/run-for-person.ts';
import { REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';

const HELP = `
${PROGRAM} stop "<reason>" [options]

Stops the agent in every place that it can reach. It names what it could not set, and says
how to do that by hand:

  state/STOP      a file on the state branch. A run that is working saves, gives back its
                  lock and ends within 15 seconds or one step. A later run does nothing
  WAKEFUL_STOP    the repository variable. No job of a run starts
  wake.yml        the workflow, which is disabled

The variable and the workflow need a token in GITHUB_TOKEN or GH_TOKEN (for GitHub
Enterprise Server GH_ENTERPRISE_TOKEN) with the permissions Variables and Actions.
Without a token only the file is set, which is enough to stop the agent.
${REMOTE_HELP}
  --json               print each part as one JSON document
`;

export const stop: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, json: 'flag' });
  const reason = words.join(' ').trim();
  if (reason === '') throw new UsageError(USAGE_TEXTS.sayWhy);
  return runForPerson({ terminal, options }, (remote) => stopAgent(remote, { reason, by: loginName() }));
}
