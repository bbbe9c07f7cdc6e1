import * as v from 'valibot';
import { eachInSteps, type Steps } from '../../core/text/steps.ts';
import { type FormatReading, findingAt, type LintedPlace, type LinterOutput, sample } from './format.ts';
import { jsonIn } from './printed-json.ts';

/** Some programs write figures as text. What is none is left out. */
const number = v.fallback(
  v.nullish(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))])),
  null,
);
const text = v.nullish(v.string());

const EslintFile = v.object({
  filePath: v.string(),
  messages: v.array(
    v.object({
      ...{ ruleId: text, message: v.string(), line: number, column: number },
      fatal: v.nullish(v.boolean()),
    }),
  ),
});

export function readEslint(output: LinterOutput): Steps<FormatReading> {
  return readJson(output, v.array(EslintFile), (value) =>
    value.flatMap(({ filePath, messages }) =>
      messages.filter(isOfFile).map(({ ruleId, message, line, column }) => ({
        ...{ file: filePath, line, column, text: message },
        // Without a rule: the file could not be parsed.
        rule: ruleId ?? 'parse',
      })),
    ),
  );
}

/** That a file was left out is told as a message about it, without a rule and without a place. */
function isOfFile({ ruleId, line, fatal }: v.InferOutput<typeof EslintFile>['messages'][number]): boolean {
  return fatal === true || typeof ruleId === 'string' || typeof line === 'number';
}

const Ruff = v.array(
  v.object({
    filename: v.string(),
    code: text,
    message: v.string(),
    location: v.nullish(v.object({ row: v.number(), column: v.number() })),
  }),
);

export function readRuff(output: LinterOutput): Steps<FormatReading> {
  return readJson(output, Ruff, (value) =>
    value.map(({ filename, code, message, location }) => ({
      ...{ file: filename, line: location?.row, column: location?.column, text: message },
      rule: code ?? 'syntax',
    })),
  );
}

const Actionlint = v.array(
  v.object({ message: v.string(), filepath: v.string(), line: number, column: number, kind: text }),
);

export function readActionlintJson(output: LinterOutput): Steps<FormatReading> {
  return readJson(output, Actionlint, (value) =>
    value.map(({ message, filepath, line, column, kind }) => ({
      ...{ file: filepath, line, column, rule: kind, text: message },
    })),
  );
}

const Markdownlint = v.array(
  v.object({
    fileName: v.string(),
    lineNumber: number,
    ruleNames: v.array(v.string()),
    ruleDescription: v.string(),
    errorDetail: text,
    errorRange: v.nullish(v.array(v.number())),
  }),
);

export function readMarkdownlintJson(output: LinterOutput): Steps<FormatReading> {
  return readJson(output, Markdownlint, (value) =>
    value.map(({ fileName, lineNumber, ruleNames, ruleDescription, errorDetail, errorRange }) => ({
      ...{ file: fileName, line: lineNumber, column: errorRange?.[0], rule: ruleNames[0] },
      text: errorDetail ? `${ruleDescription} [${errorDetail}]` : ruleDescription,
    })),
  );
}

/** What stands before and behind the JSON is a program's chatter, such as that of npm. */
export function* readJson<Value>(
  { text: printed, folder }: LinterOutput,
  schema: v.GenericSchema<unknown, Value>,
  places: (value: Value) => readonly LintedPlace[] | string,
): Steps<FormatReading> {
  const value = withoutMetadata(yield* jsonIn(printed));
  yield;
  if (value === undefined) return { kind: 'unreadable', why: sample(printed.slice(0, LONGEST_SAMPLED)) };
  // Of very many wrong elements, the first is told.
  const read = v.safeParse(schema, value, { abortEarly: true });
  yield;
  if (!read.success) {
    const [issue] = read.issues;
    return { kind: 'unreadable', why: `${v.getDotPath(issue) ?? 'JSON'}: ${sample(issue.message)}` };
  }
  const named = places(read.output);
  if (typeof named === 'string') return { kind: 'unreadable', why: named };
  const findings = yield* eachInSteps(named, (place) => findingAt(place, folder));
  return { kind: 'findings', findings, places: named.length };
}

const LONGEST_SAMPLED = 5_000;

/** ESLint's `json-with-metadata` is its `json` under a name. */
function withoutMetadata(value: unknown): unknown {
  const isNamed = typeof value === 'object' && value !== null && 'results' in value && 'metadata' in value;
  return isNamed ? value.results : value;
}
