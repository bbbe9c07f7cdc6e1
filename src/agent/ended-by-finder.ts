import { BY_PROGRAM, loopEnd as end, type LoopEnd, NOTHING_FOUND, saidByProgram } from './loop-end.ts';
import type { LoopSetup } from './loop-setup.ts';
import { fixSummary } from './sure-fixes.ts';

/** Where the program has left nothing to do, no model is asked. Null: there is something to do. */
export async function endedByFinder({
  assignment,
  finishing,
  found,
  fixes,
  transcript,
}: LoopSetup): Promise<LoopEnd | null> {
  if (found === null || !found.finder.mustMend || fixes.length < found.findings.length) return null;
  const { name, path } = found.finder;
  if (found.findings.length === 0 && !assignment.isContinued)
    return end('no_change', NOTHING_FOUND(name, path));
  const verdict = await finishing.judge(saidByProgram(''));
  if (verdict.kind === 'ended') {
    const summary = fixes.length === 0 ? '' : fixSummary(path, fixes);
    return end(
      verdict.ending,
      verdict.ending === 'worked' ? BY_PROGRAM : verdict.detail,
      saidByProgram(summary),
    );
  }
  transcript.tell(`The work is not finished: ${verdict.reason}`);
  return null;
}
