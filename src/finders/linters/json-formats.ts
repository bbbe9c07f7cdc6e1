import * as v from 'valibot';
import type { FileFinding } from '../../core/progress/file-finding.ts';
import { type FormatReading, findingAt, type LintedPlace, type LinterOutput, sample } from './format.ts';

const number = v.nullish(v.number());
const text = v.nullish(v.string());

const EslintFile = v.object({
  filePath: v.string(),
  messages: v.array(v.object({ ruleId: text, message: v.string(), line: number, column: number })),
});
export function readEslint(output: LinterOutput): FormatReading {
  return readJson(output, v.array(EslintFile), (value) =>
    value.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message, line, column }) => ({
        ...{ file: filePath, line, column, text: message },
        // Without a rule: the file could not be parsed.
        rule: ruleId ?? 'parse',
      })),
    ),
  );
}

const Ruff = v.array(
  v.object({
    filename: v.string(),
    code: text,
    message: v.string(),
    location: v.nullish(v.object({ row: v.number(), column: v.number() })),
  }),
);

export function readRuff(output: LinterOutput): FormatReading {
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

export function readActionlintJson(output: LinterOutput): FormatReading {
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

export function readMarkdownlintJson(output: LinterOutput): FormatReading {
  return readJson(output, Markdownlint, (value) =>
    value.map(({ fileName, lineNumber, ruleNames, ruleDescription, errorDetail, errorRange }) => ({
      ...{ file: fileName, line: lineNumber, column: errorRange?.[0], rule: ruleNames[0] },
      text: errorDetail ? `${ruleDescription} [${errorDetail}]` : ruleDescription,
    })),
  );
}

const Sarif = v.object({
  runs: v.array(
    v.object({
      results: v.nullish(
        v.array(
          v.object({
            ruleId: text,
            rule: v.nullish(v.object({ id: text })),
            kind: text,
            message: v.object({ text, markdown: text, id: text }),
            suppressions: v.nullish(v.array(v.unknown())),
            locations: v.nullish(
              v.array(
                v.object({
                  physicalLocation: v.nullish(
                    v.object({
                      artifactLocation: v.nullish(v.object({ uri: text })),
                      region: v.nullish(v.object({ startLine: number, startColumn: number })),
                    }),
                  ),
                }),
              ),
            ),
          }),
        ),
      ),
    }),
  ),
});

type SarifResult = NonNullable<v.InferOutput<typeof Sarif>['runs'][number]['results']>[number];

export function readSarif(output: LinterOutput): FormatReading {
  return readJson(output, Sarif, ({ runs }) =>
    runs.flatMap(({ results }) => (results ?? []).flatMap((result) => sarifPlace(result) ?? [])),
  );
}

/** Null: it is no fault, somebody has agreed to it, or it is about no file. */
function sarifPlace(result: SarifResult): LintedPlace | null {
  const isFault = result.kind === undefined || result.kind === null || result.kind === 'fail';
  const place = result.locations?.[0]?.physicalLocation;
  const uri = place?.artifactLocation?.uri;
  if (!isFault || (result.suppressions?.length ?? 0) > 0 || typeof uri !== 'string') return null;
  const { message } = result;
  return {
    // A relative address may be encoded as well.
    file: decoded(uri),
    line: place?.region?.startLine,
    column: place?.region?.startColumn,
    rule: result.ruleId ?? result.rule?.id,
    text: message.text ?? message.markdown ?? message.id ?? '',
  };
}

function decoded(uri: string): string {
  if (/^file:/i.test(uri)) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What stands before and behind the JSON is a program's chatter, such as that of npm. */
function readJson<Value>(
  { text: printed, folder }: LinterOutput,
  schema: v.GenericSchema<unknown, Value>,
  places: (value: Value) => readonly LintedPlace[],
): FormatReading {
  const value = withoutMetadata(jsonIn(printed));
  if (value === undefined) return { kind: 'unreadable', why: sample(printed) };
  const read = v.safeParse(schema, value);
  if (!read.success) {
    const [issue] = read.issues;
    return { kind: 'unreadable', why: `${v.getDotPath(issue) ?? 'JSON'}: ${sample(issue.message)}` };
  }
  const named = places(read.output);
  const findings = named.flatMap((place): readonly FileFinding[] => {
    const finding = findingAt(place, folder);
    return finding === null ? [] : [finding];
  });
  return { kind: 'findings', findings, places: named.length };
}

/** ESLint's `json-with-metadata` is its `json` under a name. */
function withoutMetadata(value: unknown): unknown {
  const isNamed = typeof value === 'object' && value !== null && 'results' in value && 'metadata' in value;
  return isNamed ? value.results : value;
}

const MOST_TRIES = 5;

/** Undefined: there is none. */
function jsonIn(printed: string): unknown {
  const whole = parsed(printed);
  if (whole !== undefined) return whole;
  const lines = printed.split('\n');
  const starts = lines.flatMap((line, at) => (/^\s*[[{]/.test(line) ? [at] : [])).slice(0, MOST_TRIES);
  const ends = lines.flatMap((line, at) => (/[\]}]\s*$/.test(line) ? [at] : [])).slice(-MOST_TRIES);
  for (const start of starts) {
    for (const end of ends.toReversed()) {
      const value = end < start ? undefined : parsed(lines.slice(start, end + 1).join('\n'));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
