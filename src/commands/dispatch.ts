import { nearestName } from '../config/yaml/nearest-name.ts';
import { Halt } from '../core/ending.ts';
import { OVERVIEW_TEXTS, USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { COMMANDS, DEFAULT_COMMAND } from './registry.ts';
import {
  EXIT_CODES_HELP,
  EXIT_NEEDS_PERSON,
  EXIT_WRONG_USE,
  print,
  printAside,
  type Terminal,
  UsageError,
} from './terminal/command.ts';

/** Picks the command and runs it. Every planned failure becomes a sentence and an exit code here; a defect is thrown. */
export async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    const code = explain(error, terminal);
    if (code === null) throw error;
    return code;
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = DEFAULT_COMMAND] = args;
  if (['help', '--help', '-h'].includes(first)) return printOverview(terminal);
  const named = !first.startsWith('-');
  const name = named ? first : DEFAULT_COMMAND;
  const rest = named ? args.slice(1) : args;
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw unknownCommand(name);
  const command = await entry.load();
  if (asksForHelp(rest)) {
    print(terminal, `${command.help.trim()}\n\n${EXIT_CODES_HELP}\n`);
    return 0;
  }
  return command.run({ args: rest, terminal });
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

function unknownCommand(name: string): UsageError {
  const nearest = nearestName(name, Object.keys(COMMANDS));
  const hint = nearest === null ? USAGE_TEXTS.known(Object.keys(COMMANDS)) : USAGE_TEXTS.didYouMean(nearest);
  return new UsageError(USAGE_TEXTS.noCommand(name, hint));
}

/** Null: not a planned failure. */
function explain(error: unknown, terminal: Terminal): number | null {
  if (error instanceof UsageError) {
    printAside(terminal, `wakeful: ${error.message}\n${USAGE_TEXTS.seeHelp}\n`);
    return EXIT_WRONG_USE;
  }
  if (error instanceof Halt) {
    printAside(terminal, `wakeful: ${error.detail}\n`);
    return EXIT_NEEDS_PERSON;
  }
  return null;
}

function printOverview(terminal: Terminal): number {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`);
  const text = [
    OVERVIEW_TEXTS.what,
    '',
    OVERVIEW_TEXTS.init,
    OVERVIEW_TEXTS.rehearse,
    OVERVIEW_TEXTS.any,
    '',
    'Commands:',
    ...lines,
    '',
    OVERVIEW_TEXTS.options,
    '',
    EXIT_CODES_HELP,
  ];
  print(terminal, `${text.join('\n')}\n`);
  return 0;
}
