import type { FileFinding, TextFix } from '../core/progress/file-finding.ts';
import type { WorkTree } from '../ports.ts';
import type { Gate } from './gate.ts';

/** A finding that the program has put right. */
export interface SureFix {
  readonly finding: FileFinding;
  readonly old: string;
  readonly now: string;
}

/** What puts findings right: the gate decides about it as about a call of the model. */
export interface Fixing {
  readonly gate: Pick<Gate, 'handle'>;
  readonly tree: Pick<WorkTree, 'read'>;
}

/** Puts right what has only one answer, from the end of the file to its start, so that places stay where they are. */
export async function mendSurely(
  findings: readonly FileFinding[],
  fixing: Fixing,
): Promise<readonly SureFix[]> {
  const sure = findings.flatMap((finding) =>
    finding.fix === undefined ? [] : [{ finding, fix: finding.fix }],
  );
  const done: SureFix[] = [];
  for (const { finding, fix } of sure.toSorted((a, b) => b.fix.start - a.fix.start)) {
    const mended = await mend(finding, fix, fixing);
    if (mended !== null) done.unshift(mended);
  }
  return done;
}

/** Null: it was not allowed, or its place cannot be told from another one. The model is asked then. */
async function mend(finding: FileFinding, fix: TextFix, { gate, tree }: Fixing): Promise<SureFix | null> {
  const content = await tree.read(finding.path);
  if (content.kind !== 'text') return null;
  const { text } = content;
  const from = text.lastIndexOf('\n', Math.max(0, fix.start - 1)) + 1;
  const end = text.indexOf('\n', fix.end);
  const to = end < 0 ? text.length : end;
  const old = text.slice(from, to);
  const next = `${text.slice(from, fix.start)}${fix.text}${text.slice(fix.end, to)}`;
  const call = { path: finding.path, old, new: next };
  const { result } = await gate.handle({
    id: 'sure-fix',
    name: 'edit_file',
    arguments: JSON.stringify(call),
  });
  return result.kind === 'done' ? { finding, old: text.slice(fix.start, fix.end), now: fix.text } : null;
}

export function fixLine({ finding, old, now }: SureFix): string {
  return `line ${finding.line}: ${old} → ${now}`;
}

/** The summary of a task for which no model was needed. */
export function fixSummary(path: string, fixes: readonly SureFix[]): string {
  const lines = fixes.map((fix) => `- ${fixLine(fix)}`);
  return `Put right in ${path} by the program, without a model, because only one thing can be meant:\n${lines.join('\n')}`;
}
