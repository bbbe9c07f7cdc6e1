interface InputFacts {
  /** One sentence or two, in Markdown. Never an expression: GitHub evaluates it here, too, and does not load the Action. */
  readonly description: string;
  readonly required: boolean;
  /** As it stands in `action.yml`; null: there is none, and what is not passed reads as empty. */
  readonly default: string | null;
}

/**
 * What `stop` holds where a workflow does not pass it. GitHub enforces no required input and hands it on as empty, just
 * like a variable that is not set: only a default can tell the two apart.
 */
export const STOP_NOT_PASSED = '(the workflow does not pass the input stop)';

/** What the Action can be asked to do. */
export const ACTION_COMMANDS = ['wake', 'request', 'watchdog', 'preview', 'rehearse'] as const;

export type ActionCommand = (typeof ACTION_COMMANDS)[number];

/** The closed list of inputs. `action.yml` and the README say the same; a test compares them. */
export const ACTION_INPUTS = {
  stop: {
    description:
      'The kill switch: pass the variable as `vars.WAKEFUL_STOP`. Empty: the agent may run. Any other value stops it and is shown as the reason.',
    required: true,
    default: STOP_NOT_PASSED,
  },
  command: {
    description:
      'What to do. `wake`: one run; `request`: what a comment asks for; `watchdog`: look after the agent; `preview`: show the goals of a pull request; `rehearse`: rehearse one run on what is checked out.',
    required: false,
    default: 'wake',
  },
  goal: {
    description: 'Id of one goal to work on, due or not. Empty: the goals that are due.',
    required: false,
    default: null,
  },
  folder: {
    description:
      'For `preview`: the folder of the workspace that holds the repository, with the proposed commit and the one before it.',
    required: false,
    default: '.',
  },
  reason: {
    description: 'Why the run was started, for the log.',
    required: false,
    default: null,
  },
  minutes: {
    description: 'How many minutes the run may take; less than the time limit of its job.',
    required: false,
    default: '12',
  },
  'github-token': {
    description: 'The token for git and the API. It needs `contents`, `pull-requests` and `issues`: `write`.',
    required: false,
    default: '${{ github.token }}',
  },
  'openai-api-key': {
    description: 'The key of the model. A server of your own may need none.',
    required: false,
    default: null,
  },
  'openai-base-url': {
    description:
      'Another server for the model `default` of the settings, for example `https://api.openai.com/v1`.',
    required: false,
    default: null,
  },
  'openai-model': {
    description: 'Another name for the model `default` of the settings.',
    required: false,
    default: null,
  },
} as const satisfies Readonly<Record<string, InputFacts>>;

export type InputName = keyof typeof ACTION_INPUTS;

/** The closed list of outputs. */
export const ACTION_OUTPUTS = {
  ending: {
    description: 'How the run ended, one word of a fixed list: `worked`, `nothing_due`, `stopped`, …',
  },
  drafts: {
    description:
      'JSON list of the drafts that this run worked on: `goal`, `title`, `branch`, `number`, `url`, `complete`.',
  },
  alerts: {
    description:
      'JSON list of the open alerts: `goal`, `cause`, `title`, `issue`, `url`, `opened` (whether this run opened it).',
  },
  tokens: { description: 'Tokens that this run has spent.' },
  usd: { description: 'US dollars that this run has spent, as far as the settings name prices.' },
  'next-due': { description: 'When a goal is due next, in ISO 8601; empty if that is not known.' },
} as const satisfies Readonly<Record<string, { readonly description: string }>>;

export type OutputName = keyof typeof ACTION_OUTPUTS;
