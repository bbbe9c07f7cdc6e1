import { loginName } from '../adapters/runner.ts';
import { setStop } from '../wake/stop-switch.ts';
import { byHand } from './by-hand.ts';
import { type Command, type CommandCall, UsageError } from './command.ts';
import { readOptions } from './options.ts';
import { PLACE_HELP, PLACE_OPTIONS } from './remote-place.ts';

const HELP = `
npm start -- stop "<reason>" [options]

Stops the agent: commits state/STOP to the state branch. A running wake obeys within
15 seconds or one step, saves and releases; no later wake starts until resume.
${PLACE_HELP}
  --json               print the outcome as one JSON document
`;

export const stop: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...PLACE_OPTIONS, json: 'flag' });
  const reason = words.join(' ').trim();
  if (reason === '') throw new UsageError('Say why: npm start -- stop "<reason>"');
  return byHand({ terminal, options }, (place) => setStop(place, { reason, by: loginName() }));
}
