import type { Mask } from '../../core/access/mask.ts';
import { maskedJson, maskedRecord } from '../../core/access/masked-record.ts';
import type { Masked } from '../../core/text/masked.ts';
import { withProgram } from '../../core/text/program.ts';

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
  /** Over everything that is printed. */
  readonly mask: Mask;
  /** What the mask knows to be secret. */
  readonly secrets: readonly string[];
  readonly folder: string;
  /** The environment asks for neither colours nor a line that changes in place. */
  readonly isPlain: boolean;
  /** How a person starts the program once more, e.g. `npx wakeful`. */
  readonly program: string;
  /** Where Wakeful's own files lie. */
  readonly home: string;
  /** Asks the person at the keyboard; null: nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

export interface Output {
  write(text: Masked): void;
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
  0  what was asked is done, and nothing needs a person
  1  it could not be done, or something needs a person: a goal or settings file that is not
     valid, a missing key or permission, a stuck task, a repository that cannot be read
  2  the command line is wrong`;

type Printer = Pick<Terminal, 'mask' | 'program'>;

/** The only way to what a person reads, masked. */
export function print({ out, mask, program }: Printer & Pick<Terminal, 'out'>, text: string): void {
  out.write(mask.mask(withProgram(text, program)));
}

/** The same beside the result. */
export function printAside({ err, mask, program }: Printer & Pick<Terminal, 'err'>, text: string): void {
  err.write(mask.mask(withProgram(text, program)));
}

/** Prints exactly one JSON document. */
export function writeJson({ out, mask, program }: Printer & Pick<Terminal, 'out'>, value: object): void {
  const named: unknown = JSON.parse(withProgram(JSON.stringify(value), JSON.stringify(program).slice(1, -1)));
  out.write(maskedJson(maskedRecord(named, mask), 2));
}
