/** The only file that reaches the job's log, its summary, its outputs and its notes. */
import { error, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import type { Mask } from '../../core/access/mask.ts';
import { type Masked, masked } from '../../core/text/masked.ts';
import { GITHUB_TEXTS } from '../../report/failures/github-texts.ts';

export interface Note {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly title: Masked;
  readonly message: Masked;
  /** Null: not about a file. */
  readonly place: { readonly file: Masked; readonly line: number; readonly column: number } | null;
}

/** One step of a job, as the runner shows it. */
export interface ActionsJob {
  /** The runner itself masks the value from here on in everything that is printed. */
  hide(secret: string): void;
  /** One line, which must not begin a workflow command; see `harmlessLine`. */
  print(line: Masked): void;
  /** From here on nothing printed is a command, whatever it is, until the step reports. */
  quieten(): void;
  /** Takes commands again and tells how it ended. Whatever cannot be told is a line in the log. */
  report(report: JobReport): Promise<void>;
}

export interface JobReport {
  readonly outputs: Readonly<Record<string, Masked>>;
  /** Markdown. */
  readonly summary: Masked;
  readonly notes: readonly Note[];
}

/** `nonce`: nobody can guess it, so that no text of others makes the runner take commands again. */
export function openJob(nonce: string, mask: Mask): ActionsJob {
  const token = mask.identity(`wakeful-${nonce}`);
  let isQuiet = false;
  const print = (line: Masked): void => {
    process.stdout.write(masked`${line}\n`);
  };
  return {
    print,
    hide: (secret) => setSecret(secret),
    quieten() {
      print(masked`::stop-commands::${token}`);
      isQuiet = true;
    },
    async report({ outputs, summary: text, notes }) {
      if (isQuiet) print(masked`::${token}::`);
      isQuiet = false;
      for (const note of notes) annotate(note);
      const tell = (words: string): void => print(mask.mask(words));
      await attempt(tell, 'the outputs', () => {
        for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      });
      // Servers of some age know no summaries.
      if (process.env['GITHUB_STEP_SUMMARY'] === undefined) return;
      await attempt(tell, 'the summary', () => summary.addRaw(text).write());
    },
  };
}

const ANNOTATE = { error, warning, notice } as const;

function annotate({ kind, title, message, place }: Note): void {
  const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
  ANNOTATE[kind](message, { title, ...where });
}

/** How a wake ended is told by other means as well. */
async function attempt(tell: (words: string) => void, what: string, act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    tell(GITHUB_TEXTS.notWritten(what, words.replace(/\s+/g, ' ')));
  }
}
