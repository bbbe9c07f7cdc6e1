/** `npm run simulate`: days of the agent, played in memory with everything going wrong. */
import { shortestFailure } from '../src/simulation/shorten.ts';
import { type SimulationResult, simulate } from '../src/simulation/simulate.ts';
import { sentenceOf } from '../src/simulation/story/story.ts';
import { figuresOf, figuresText } from './simulation/figures.ts';
import { HELP, readOptions, type SimulateOptions } from './simulation/options.ts';
import { playSeeds } from './simulation/play-seeds.ts';
import { settle } from './simulation/settle.ts';

/** So many failures are cut short and told; the others are named. */
const TOLD = 3;

const read = readOptions(process.argv.slice(2));
if (read.kind === 'help') process.stdout.write(HELP);
else if (read.kind === 'mistake') {
  process.stderr.write(`${read.message}\n\n${HELP}`);
  process.exitCode = 2;
} else await run(read.options);

async function run(options: SimulateOptions): Promise<void> {
  const started = performance.now();
  const results = options.isStory ? await tellSeeds(options) : await playSeeds(options);
  const figures = figuresOf(results, (performance.now() - started) / 1_000);
  const failed = results.filter(({ breaches }) => breaches.length > 0);
  if (failed.length > 0) process.exitCode = 1;
  if (options.isJson) {
    process.stdout.write(`${JSON.stringify({ ...figures, failed }, null, 2)}\n`);
    return;
  }
  for (const result of failed.slice(0, TOLD)) await tellFailure(result, options);
  for (const { seed, breaches } of failed.slice(TOLD))
    process.stdout.write(`Seed ${seed} fails: ${breaches[0]?.invariant}: ${breaches[0]?.detail}\n`);
  process.stdout.write(figuresText(figures));
}

async function tellSeeds({ from, seeds, days }: SimulateOptions): Promise<readonly SimulationResult[]> {
  const results: SimulationResult[] = [];
  for (let seed = from; seed < from + (seeds ?? 1); seed++)
    results.push(await tell(seed, { days, disturbances: undefined }));
  return results;
}

function tell(
  seed: number,
  { days, disturbances }: { readonly days: number; readonly disturbances: number | undefined },
): Promise<SimulationResult> {
  return simulate({
    seed,
    days,
    disturbances,
    settle,
    watch(at, event) {
      const sentence = sentenceOf(event);
      if (sentence === null) return;
      process.stdout.write(`${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  ${sentence}\n`);
    },
  });
}

/** The shortest beginning that still fails, as a story, and how to play it again. */
async function tellFailure(result: SimulationResult, { days }: SimulateOptions): Promise<void> {
  const { seed } = result;
  const { disturbances } = await shortestFailure({ seed, days, settle }, result);
  process.stdout.write(`\nSeed ${seed} fails. Of what went wrong, the first ${disturbances} are needed:\n`);
  const { breaches } = await tell(seed, { days, disturbances });
  for (const { invariant, detail, at } of breaches.slice(0, TOLD))
    process.stdout.write(
      `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  ${invariant} does not hold: ${detail}\n`,
    );
  process.stdout.write(`Play it again: npm run simulate -- --seed ${seed} --days ${days} --trace\n\n`);
}
