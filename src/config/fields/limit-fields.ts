import * as v from 'valibot';
import type { Limits } from '../../core/goal.ts';
import { boundDescription, LIMIT_DESCRIPTIONS } from '../../report/problems/goal-notes.ts';

type LimitNote = {
  readonly description: string;
  readonly examples: readonly number[];
  readonly default: number;
};

interface LimitField {
  readonly key: keyof Limits;
  readonly least: number;
  /** Of a goal that says nothing. */
  readonly usual: number;
  /** Largest value that a goal may ask for, unless the settings say otherwise. */
  readonly bound: number;
  readonly whole: boolean;
}

/** All limits of a goal, in the order of the documentation. */
export const LIMIT_FIELDS = {
  minutes: {
    key: 'minutes',
    least: 0.1,
    usual: 4,
    bound: 30,
    whole: false,
  },
  setup_minutes: {
    ...{ key: 'setupMinutes', least: 0.1, usual: 10, bound: 50, whole: false },
  },
  model_calls: {
    key: 'modelCalls',
    least: 1,
    usual: 20,
    bound: 100,
    whole: true,
  },
  attempts: {
    ...{ key: 'attempts', least: 1, usual: 3, bound: 10, whole: true },
  },
  items_per_wake: {
    key: 'itemsPerWake',
    least: 1,
    usual: 10,
    bound: 100,
    whole: true,
  },
  tokens: {
    key: 'tokens',
    least: 1000,
    usual: 50_000,
    bound: 500_000,
    whole: true,
  },
  tokens_per_day: {
    ...{ key: 'tokensPerDay', least: 1000, usual: 100_000, bound: 1_000_000, whole: true },
  },
  usd_per_day: {
    ...{ key: 'usdPerDay', least: 0.01, usual: 1, bound: 20, whole: false },
  },
  usd_per_month: {
    ...{ key: 'usdPerMonth', least: 0.01, usual: 10, bound: 200, whole: false },
  },
  open_drafts: {
    key: 'openDrafts',
    least: 1,
    usual: 1,
    bound: 10,
    whole: true,
  },
  changed_files: {
    key: 'changedFiles',
    least: 1,
    usual: 20,
    bound: 200,
    whole: true,
  },
  changed_lines: {
    ...{ key: 'changedLines', least: 1, usual: 500, bound: 10_000, whole: true },
  },
  repeats: {
    ...{ key: 'repeats', least: 2, usual: 3, bound: 20, whole: true },
  },
} as const satisfies Record<string, LimitField>;

export type LimitName = keyof typeof LIMIT_FIELDS;
export const LIMIT_NAMES = Object.keys(LIMIT_FIELDS) as readonly LimitName[];

/** One schema for each limit; `preset` says which number the description names as the default. */
export function limitEntries(preset: 'usual' | 'bound') {
  const entry = (name: LimitName) => {
    const field: LimitField = LIMIT_FIELDS[name];
    const value = field[preset];
    const description = preset === 'usual' ? LIMIT_DESCRIPTIONS[name] : boundDescription(name);
    const about = <Input>() =>
      v.metadata<Input, LimitNote>({ description, examples: [value], default: value });
    const number = v.pipe(v.number(), v.finite(), v.minValue(field.least), about());
    return v.optional(
      field.whole ? v.pipe(v.number(), v.safeInteger(), v.minValue(field.least), about()) : number,
    );
  };
  return {
    minutes: entry('minutes'),
    setup_minutes: entry('setup_minutes'),
    model_calls: entry('model_calls'),
    attempts: entry('attempts'),
    items_per_wake: entry('items_per_wake'),
    tokens: entry('tokens'),
    tokens_per_day: entry('tokens_per_day'),
    usd_per_day: entry('usd_per_day'),
    usd_per_month: entry('usd_per_month'),
    open_drafts: entry('open_drafts'),
    changed_files: entry('changed_files'),
    changed_lines: entry('changed_lines'),
    repeats: entry('repeats'),
  } satisfies Record<LimitName, unknown>;
}

export function isDollars(name: LimitName): name is 'usd_per_day' | 'usd_per_month' {
  return name === 'usd_per_day' || name === 'usd_per_month';
}

/** Limits from one number a name; dollars may be missing. */
export function makeLimits(
  amount: (name: Exclude<LimitName, 'usd_per_day' | 'usd_per_month'>) => number,
  dollars: (name: 'usd_per_day' | 'usd_per_month') => number | null,
): Limits {
  return {
    minutes: amount('minutes'),
    setupMinutes: amount('setup_minutes'),
    modelCalls: amount('model_calls'),
    attempts: amount('attempts'),
    itemsPerWake: amount('items_per_wake'),
    tokens: amount('tokens'),
    tokensPerDay: amount('tokens_per_day'),
    usdPerDay: dollars('usd_per_day'),
    usdPerMonth: dollars('usd_per_month'),
    openDrafts: amount('open_drafts'),
    changedFiles: amount('changed_files'),
    changedLines: amount('changed_lines'),
    repeats: amount('repeats'),
  };
}
