/** One thing that the program can be asked to do. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** Returns the exit code. */
  run(call: CommandCall): Promise<number>;
}

export interface CommandCall {
  /** What stands behind the command's name. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
}

/** Where people read. `out` is the result, `err` is everything else. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly folder: string;
  /** Whether colours and a live line are welcome, as far as the environment says. */
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
  0  a planned ending that needs nobody
  1  something that needs a person: a bad goal or settings file, a missing key or
     permission, an item that is stuck, a repository that cannot be read
  2  wrong use of the command line`;

/** Prints exactly one JSON document. */
export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.out.write(`${JSON.stringify(value, null, 2)}\n`);
}
