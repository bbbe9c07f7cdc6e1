import { STOP_NOT_PASSED } from '../../report/problems/action-problems.ts';

interface InputFacts {
  readonly required: boolean;
  /** As in `action.yml`; null: there is none, and an input that is not passed reads as empty. */
  readonly default: string | null;
}

/** What the Action can be asked to do. */
export const ACTION_COMMANDS = ['wake', 'request', 'watchdog', 'preview', 'rehearse'] as const;

export type ActionCommand = (typeof ACTION_COMMANDS)[number];

/** The closed list of inputs. `action.yml` and the README describe them; a test compares the three. */
export const ACTION_INPUTS = {
  // GitHub enforces no required input, and hands one that is not passed on as empty, just like a variable that is not
  // set: only a default can tell the two apart.
  stop: { required: true, default: STOP_NOT_PASSED },
  command: { required: false, default: 'wake' },
  goal: { required: false, default: null },
  folder: { required: false, default: '.' },
  reason: { required: false, default: null },
  'defer-commands': { required: false, default: 'false' },
  'run-goal': { required: false, default: null },
  minutes: { required: false, default: '12' },
  'github-token': { required: false, default: '${{ github.token }}' },
  'draft-token': { required: false, default: null },
  'openai-api-key': { required: false, default: null },
  'openai-base-url': { required: false, default: null },
  'openai-model': { required: false, default: null },
  'health-check-url': { required: false, default: null },
} as const satisfies Readonly<Record<string, InputFacts>>;

export type InputName = keyof typeof ACTION_INPUTS;

/** The closed list of outputs. `action.yml` and the README describe them. */
export const ACTION_OUTPUTS = [
  'ending',
  'drafts',
  'alerts',
  'tokens',
  'usd',
  'next-due',
  'deferred',
] as const;

export type OutputName = (typeof ACTION_OUTPUTS)[number];
