/** `npm run eval`: how good the work of a model is, on small repositories with planted work. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, systemClock, systemRandom } from '../src/adapters/runner.ts';
import { openRehearsalModel } from '../src/commands/worlds/rehearsal-model.ts';
import { CASES } from './cases/cases.ts';
import { compare, isReport } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { type EvaluationOptions, HELP, readOptions } from './options.ts';
import type { EvaluationReport } from './report.ts';
import { table } from './table.ts';

/** Every run begins at this time, so that dates in the material never differ between two evaluations. */
const BEGINNING = Date.UTC(2026, 10, 22, 3, 0, 30);

const read = readOptions(process.argv.slice(2));
if (read.kind === 'help') process.stdout.write(HELP);
else if (read.kind === 'list')
  for (const { id, difficulty, about } of CASES) process.stdout.write(`${id} (${difficulty}): ${about}\n`);
else if (read.kind === 'mistake') failWith(`${read.message}\n\n${HELP}`);
else await run(read.options);

async function run(options: EvaluationOptions): Promise<void> {
  const cases = CASES.filter(({ id }) => id.includes(options.only));
  if (cases.length === 0)
    return failWith(`No case has ${JSON.stringify(options.only)} in its name. See --list.\n`);
  const earlier = options.against === null ? null : readReport(options.against);
  if (typeof earlier === 'string') return failWith(`${earlier}\n`);
  const isScripted = options.model === 'scripted';
  const found = environment();
  if (!isScripted && found.openaiKey === '' && found.openaiBaseUrl === '')
    return failWith(
      'No model server is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.\n',
    );
  const server = isScripted
    ? { ...found, openaiKey: '', openaiBaseUrl: '' }
    : { ...found, openaiModel: options.model };
  const model = await openRehearsalModel(server, systemRandom());
  const at = new Date().toISOString();
  const name = `${at.slice(0, 19).replaceAll(':', '')}-${options.model.replace(/[^\w.-]+/g, '-')}`;
  mkdirSync(options.out, { recursive: true });
  try {
    const report = await evaluate(
      {
        ...{ cases, runs: options.runs, atOnce: options.atOnce, facts: { at, model: options.model } },
        failures: join(options.out, name),
        tell: (line) => process.stderr.write(`${line}\n`),
      },
      () => ({
        ...{ model: model.provider, overrides: model.overrides, secrets: model.secrets },
        clock: systemClock({ offsetMs: BEGINNING - Date.now() }),
        random: systemRandom(),
      }),
    );
    write({ report, earlier, place: join(options.out, name) });
  } finally {
    await model.close();
  }
}

interface Written {
  readonly report: EvaluationReport;
  readonly earlier: EvaluationReport | null;
  readonly place: string;
}

function write({ report, earlier, place }: Written): void {
  const text = table(report, earlier === null ? null : compare(earlier, report));
  writeFileSync(`${place}.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${place}.md`, text);
  process.stdout.write(`${text}\nWritten to ${place}.md and ${place}.json.\n`);
  const runs = report.cases.flatMap((each) => each.runs);
  if (runs.length > 0 && report.unanswered === runs.length)
    failWith(`The model server answered in no run. The first one says: ${runs[0]?.problem}\n`, 1);
}

/** A sentence: why it is none. */
function readReport(path: string): EvaluationReport | string {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isReport(value)
      ? value
      : `${path} is no result of npm run eval. Name a JSON file that it has written.`;
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function failWith(message: string, code = 2): void {
  process.stderr.write(message);
  process.exitCode = code;
}
