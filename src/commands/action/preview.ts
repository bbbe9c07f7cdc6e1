import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Halt } from '../../core/ending.ts';
import { masked } from '../../core/text/masked.ts';
import { problemNotes } from '../../report/job/annotations.ts';
import { PULL_REQUEST, previewGoals } from '../goals-preview.ts';
import { EXIT_NEEDS_PERSON } from '../terminal/command.ts';
import type { ActionCall } from './call.ts';
import { report } from './say.ts';

/** Checks and shows the goals of a pull request that is checked out in a folder. Neither stop nor token matter. */
export async function previewOnRunner(call: ActionCall): Promise<number> {
  const { facts, inputs, cancel, mask } = call;
  const folder = resolve(facts.workspace, inputs.folder);
  if (!existsSync(folder)) {
    const right = 'check the pull request out there first, with fetch-depth: 2';
    throw new Halt('bad_settings', `folder: there is no ${inputs.folder} in the workspace; ${right}.`);
  }
  const { markdown, problems } = await previewGoals({ folder, mask, ...PULL_REQUEST }, cancel);
  const notes = problemNotes(
    problems.map(({ hint, message, ...place }) => {
      return { ...place, message: hint === '' ? message : masked`${message}; ${hint}` };
    }),
    { kind: 'error', beside: 0 },
  );
  const outputs = { ending: problems.length === 0 ? 'no_change' : 'bad_goal' };
  await report(call, { outputs, notes, summary: markdown });
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
