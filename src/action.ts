import { runAction } from './commands/action/run-action.ts';
import { givenSecrets } from './commands/action/secrets.ts';
import { createMask } from './core/access/mask.ts';
import { masked, reshaped } from './core/text/masked.ts';
import { harmlessLine } from './report/job/job-log.ts';

try {
  process.exitCode = await runAction();
} catch (error) {
  const { mask } = createMask({ values: givenSecrets(), patterns: [] });
  const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = `wakeful: a defect in Wakeful itself.\n${defect}`.split('\n');
  for (const line of lines) process.stdout.write(masked`${reshaped(mask(line), harmlessLine)}\n`);
  process.exitCode = 1;
}
