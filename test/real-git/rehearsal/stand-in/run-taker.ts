/** Run as a process of its own: begins runs in the folder it is given and prints their ids. */
import { openRuns } from '../../../../src/rehearsal/github/records/runs.ts';

const runs = openRuns(process.argv[2] ?? '');
const run = { workflow: 'wake.yml', event: 'schedule', at: '2026-11-21T12:00:00Z' };
process.stdout.write(JSON.stringify(await Promise.all(Array.from({ length: 20 }, () => runs.start(run)))));
