import { loginName } from '../adapters/runner.ts';
import { stopAgent } from '../oversight/stop/stop-agent.ts';
import { type Command, type CommandCall, UsageError } from './command.ts';
import { readOptions } from './options.ts';
import { byHand } from './places/by-hand.ts';
import { PLACE_HELP, PLACE_OPTIONS } from './places/remote-place.ts';

const HELP = `
npm start -- stop "<reason>" [options]

Stops the agent, in every place that it may reach, and says what it could not set and
how that is done by hand:

  state/STOP      on the state branch: a running wake obeys within 15 seconds or one
                  step, saves and releases; no later wake does anything
  WAKEFUL_STOP    the repository variable: no job of a wake starts
  wake.yml        the workflow is disabled

The variable and the workflow need a token in GITHUB_TOKEN or GH_TOKEN (for GitHub
Enterprise Server GH_ENTERPRISE_TOKEN) with the permissions Variables and Actions.
Without one the file alone is set, which is enough.
${PLACE_HELP}
  --json               print each part as one JSON document
`;

export const stop: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...PLACE_OPTIONS, json: 'flag' });
  const reason = words.join(' ').trim();
  if (reason === '') throw new UsageError('Say why: npm start -- stop "<reason>"');
  return byHand({ terminal, options }, (place) => stopAgent(place, { reason, by: loginName() }));
}
