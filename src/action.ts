import { runAction } from './commands/action/run-action.ts';
import { Halt } from './core/ending.ts';
import { harmlessLine } from './report/job-log.ts';

try {
  process.exitCode = await runAction();
} catch (error) {
  const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = error instanceof Halt ? error.detail : `a defect in Wakeful itself.\n${defect}`;
  for (const line of `wakeful: ${text}`.split('\n')) process.stdout.write(`${harmlessLine(line)}\n`);
  process.exitCode = 1;
}
