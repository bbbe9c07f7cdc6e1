import { runAction } from './commands/action/run-action.ts';
import { harmlessLine } from './report/job/job-log.ts';

try {
  process.exitCode = await runAction();
} catch (error) {
  const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = `wakeful: a defect in Wakeful itself.\n${defect}`.split('\n');
  for (const line of lines) process.stdout.write(`${harmlessLine(line)}\n`);
  process.exitCode = 1;
}
