/** One thing that the program can be asked to do. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** Returns the exit code. */
  run(call: CommandCall): Promise<number>;
}

export interface CommandCall {
  /** The words after the name of the command. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
}

/** Where people read. `out` is the result, `err` is everything else. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly folder: string;
  /** The environment asks for neither colours nor a line that changes in place. */
  readonly plain: boolean;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly width: number;
}

/** Wrong use of the command line: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const EXIT_NEEDS_PERSON = 1;
export const EXIT_WRONG_USE = 2;

export const EXIT_CODES_HELP = `Exit codes:
  0  everything is fine, or it sorts itself out
  1  something needs a person: a goal or settings file that is not valid, a missing key or
     permission, a stuck task, a repository that cannot be read
  2  the command line is wrong`;

/** Prints exactly one JSON document. */
export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.out.write(`${JSON.stringify(value, null, 2)}\n`);
}
