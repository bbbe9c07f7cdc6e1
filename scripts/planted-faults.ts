/**
 * Plants each fault of test/faults/ into a copy of the source and runs the tests that must notice it.
 * Ends with 1 when a fault goes unnoticed, or does not fit the source any more. Words after the command choose some: those of
 * an invariant, such as I9, and those whose description holds the words.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PLANTED_FAULTS } from '../test/faults/planted.ts';
import type { PlantedFault } from '../test/faults/planted-fault.ts';

const ROOT = resolve(import.meta.dirname, '..');
const COPIED = [
  'src',
  'test',
  'scripts',
  'goals',
  'schema',
  'docs',
  '.github',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

type Verdict = 'noticed' | 'not noticed' | 'does not fit';

function copyOfSource(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wakeful-fault-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function plant(folder: string, fault: PlantedFault): Verdict {
  const path = join(folder, fault.file);
  const text = readFileSync(path, 'utf8');
  if (text.split(fault.from).length !== 2) return 'does not fit';
  writeFileSync(
    path,
    text.replace(fault.from, () => fault.to),
  );
  try {
    return runTests(folder, fault.tests) ? 'not noticed' : 'noticed';
  } finally {
    writeFileSync(path, text);
  }
}

/** Whether all of them pass. Nothing but failed assertions counts as noticing, so the runner itself must have worked. */
function runTests(folder: string, tests: readonly string[]): boolean {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '.compiled') };
  const run = spawnSync('npx', ['vitest', 'run', '--bail=1', ...tests], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const counted = /(\d+) passed, (\d+) failed/.exec(run.stdout);
  if (counted === null) throw new Error(`the tests did not run:\n${run.stdout}\n${run.stderr}`);
  return Number(counted[2]) === 0;
}

function main(chosen: readonly string[]): number {
  const faults = PLANTED_FAULTS.filter(
    ({ invariant, what }) =>
      chosen.length === 0 || chosen.some((words) => invariant === words || what.includes(words)),
  );
  const folder = copyOfSource();
  try {
    const verdicts = faults.map((fault) => {
      const verdict = plant(folder, fault);
      console.log(`${fault.invariant.padEnd(4)} ${verdict.padEnd(12)} ${fault.what}`);
      return verdict;
    });
    const bad = verdicts.filter((verdict) => verdict !== 'noticed').length;
    console.log(`${verdicts.length - bad} of ${verdicts.length} planted faults are noticed.`);
    return bad === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv.slice(2));
