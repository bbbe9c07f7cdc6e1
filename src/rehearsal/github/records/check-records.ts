import { join } from 'node:path';
import { Halt } from '../../../core/ending.ts';
import { numberedFiles, type RecordSchema, tryRecord } from './record-files.ts';
import { CHECK, DRAFT, ISSUE, SETTINGS } from './records.ts';

/**
 * Reads every file that a person may have edited. `Halt` names all that is wrong with them, before a wake would find it
 * out one by one. `shownAs`: how a person finds the folder.
 */
export async function checkRecords(folder: string, shownAs: string): Promise<void> {
  const files: readonly (readonly [string, RecordSchema])[] = [
    ...(await numberedFiles(join(folder, 'drafts'))).map((path) => [path, DRAFT] as const),
    ...(await numberedFiles(join(folder, 'issues'))).map((path) => [path, ISSUE] as const),
    ...(await numberedFiles(join(folder, 'checks'))).map((path) => [path, CHECK] as const),
    [join(folder, 'repository.json'), SETTINGS],
  ];
  const readings = await Promise.all(
    files.map(async ([path, schema]) => ({ path, reading: await tryRecord(path, schema) })),
  );
  const problems = readings.flatMap(({ path, reading }) =>
    reading.kind === 'problems'
      ? [`${shownAs}${path.slice(folder.length)}: ${reading.problems.join('; ')}`]
      : [],
  );
  if (problems.length === 0) return;
  const wayOut = 'Fix what is named, or start over with the option --fresh.';
  throw new Halt(
    'bad_settings',
    `The rehearsal's stand-in for GitHub cannot be read.\n${problems.join('\n')}\n${wayOut}`,
  );
}
