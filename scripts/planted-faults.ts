/**
 * Plants each fault of test/faults/ into a copy of the source and runs the tests that must notice it.
 * Ends with 1 when a fault goes unnoticed, or does not fit the source any more. Words after the command choose some: those of
 * an invariant, such as I9, and those whose description holds the words. With `--simulate` the simulation looks for each of them
 * instead, but for those that are about something that it does not play: how many seeds it took is printed, and what was noticed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PLANTED_FAULTS } from '../test/faults/planted.ts';
import { type PlantedFault, UNPLAYED } from '../test/faults/planted-fault.ts';

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

type Verdict = 'noticed' | 'not noticed' | 'does not fit' | 'not played';

/** So many seeds of half a day are played before a fault counts as not noticed. */
const SEEDS = 120;

function copyOfSource(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wakeful-fault-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Look = (folder: string, fault: PlantedFault) => Verdict;

function plant(folder: string, fault: PlantedFault, look: Look): Verdict {
  const path = join(folder, fault.file);
  const text = readFileSync(path, 'utf8');
  if (text.split(fault.from).length !== 2) return 'does not fit';
  writeFileSync(
    path,
    text.replace(fault.from, () => fault.to),
  );
  try {
    return look(folder, fault);
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

const lookByTests: Look = (folder, { tests }) => (runTests(folder, tests) ? 'not noticed' : 'noticed');

/** A simulation that breaks off has noticed as well. */
const lookBySimulation: Look = (folder) => {
  const args = ['--seeds', String(SEEDS), '--days', '0.5', '--workers', '1', '--until-failure', '--json'];
  const run = spawnSync('node', ['scripts/simulate.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (run.status === 0) return 'not noticed';
  const failed = run.status === 1 ? (JSON.parse(run.stdout || '{}').failed?.[0] ?? null) : null;
  const [first] = failed?.breaches ?? [];
  console.log(
    failed === null
      ? 'It broke off.'
      : `     after ${failed.seed} seeds, by ${first.invariant}: ${first.detail}`,
  );
  return 'noticed';
};

const lookFor = (fault: PlantedFault, isSimulated: boolean): Look => {
  if (!isSimulated) return lookByTests;
  return fault.unplayed === undefined ? lookBySimulation : () => 'not played';
};

function main(args: readonly string[]): number {
  const isSimulated = args.includes('--simulate');
  const chosen = args.filter((word) => word !== '--simulate');
  const faults = PLANTED_FAULTS.filter(
    ({ invariant, what }) =>
      chosen.length === 0 || chosen.some((words) => invariant === words || what.includes(words)),
  );
  const folder = copyOfSource();
  try {
    const verdicts = faults.map((fault) => {
      const verdict = plant(folder, fault, lookFor(fault, isSimulated));
      const why = verdict === 'not played' ? ` (${UNPLAYED[fault.unplayed ?? 'git']})` : '';
      console.log(`${fault.invariant.padEnd(4)} ${verdict.padEnd(12)} ${fault.what}${why}`);
      return verdict;
    });
    const played = verdicts.filter((verdict) => verdict !== 'not played');
    const bad = played.filter((verdict) => verdict !== 'noticed').length;
    const rest = verdicts.length - played.length;
    const besides = rest === 0 ? '' : ` ${rest} are about what is not played.`;
    console.log(`${played.length - bad} of ${played.length} planted faults are noticed.${besides}`);
    return bad === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv.slice(2));
