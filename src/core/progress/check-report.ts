/** What became of one of the goal's commands. `detail` is part of a sentence, without a full stop. */
export type CheckReport =
  | { readonly kind: 'passed'; readonly command: string; readonly detail: string; readonly output: string }
  | { readonly kind: 'failed'; readonly command: string; readonly detail: string; readonly output: string }
  | { readonly kind: 'not_run'; readonly command: string; readonly detail: string };

/** One plain sentence for the log and the draft. */
export function checkSentence({ kind, command, detail }: CheckReport): string {
  const verb = { passed: 'passed', failed: 'failed', not_run: 'was not run' }[kind];
  return `\`${command}\` ${verb}: ${detail}.`;
}
