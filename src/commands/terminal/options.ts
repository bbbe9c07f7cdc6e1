import { parseArgs } from 'node:util';
import { nearestName } from '../../config/yaml/nearest-name.ts';
import { USAGE_TEXTS } from '../../report/terminal/command-texts.ts';
import { UsageError } from './command.ts';

export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;

/** `text` options that were not given are null, flags false. */
export type Options<K extends OptionKinds> = {
  readonly [Name in keyof K]: K[Name] extends 'flag' ? boolean : string | null;
};

export interface Parsed<K extends OptionKinds> {
  readonly options: Options<K>;
  readonly words: readonly string[];
}

/** Reads a command's arguments strictly. `UsageError` names the option that was probably meant. */
export function readOptions<const K extends OptionKinds>(args: readonly string[], kinds: K): Parsed<K> {
  const all: OptionKinds = { help: 'flag', ...kinds };
  const config = Object.entries(all).map(([name, kind]) => [
    name,
    {
      type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
      ...(name === 'help' ? { short: 'h' } : {}),
    },
  ]);
  refuseUnknown(args, all);
  const parsed = parseStrictly(args, Object.fromEntries(config));
  const values = Object.entries(all).map(([name, kind]) => [
    name,
    optionValue(name, kind, parsed.values[name]),
  ]);
  // The record is built from `kinds`, which is what the type says.
  return { options: Object.fromEntries(values) as Options<K>, words: parsed.positionals };
}

function parseStrictly(
  args: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
) {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function optionValue(name: string, kind: 'text' | 'flag', value: unknown): string | boolean | null {
  if (kind === 'flag') return value === true;
  if (typeof value !== 'string') return null;
  if (value.trim() === '') throw new UsageError(`--${name} needs a value.`);
  return value;
}

function refuseUnknown(args: readonly string[], kinds: OptionKinds): void {
  const end = args.indexOf('--');
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || name in kinds) continue;
    const nearest = nearestName(name, Object.keys(kinds));
    const hint =
      nearest === null
        ? USAGE_TEXTS.known(Object.keys(kinds).map((known) => `--${known}`))
        : USAGE_TEXTS.didYouMean(`--${nearest}`);
    throw new UsageError(USAGE_TEXTS.noOption(name, hint));
  }
}

export function refuseWords(words: readonly string[]): void {
  if (words.length === 0) return;
  throw new UsageError(USAGE_TEXTS.nothingExpected(words));
}
