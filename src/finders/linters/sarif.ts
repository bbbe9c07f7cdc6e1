import * as v from 'valibot';
import type { Steps } from '../../core/text/steps.ts';
import type { FormatReading, LintedPlace, LinterOutput } from './format.ts';
import { readJson } from './json-formats.ts';

const text = v.nullish(v.string());
const number = v.fallback(v.nullish(v.number()), null);
const index = v.fallback(v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null);

const Place = v.nullish(v.object({ uri: text, uriBaseId: text, index }));
const Message = v.object({ text, markdown: text, id: text, arguments: v.nullish(v.array(v.string())) });

const Result = v.object({
  ruleId: text,
  ruleIndex: index,
  rule: v.nullish(v.object({ id: text, index })),
  kind: text,
  level: text,
  baselineState: text,
  message: Message,
  suppressions: v.nullish(v.array(v.looseObject({ status: text }))),
  locations: v.nullish(
    v.array(
      v.object({
        physicalLocation: v.nullish(
          v.object({
            artifactLocation: Place,
            region: v.nullish(v.object({ startLine: number, startColumn: number })),
          }),
        ),
      }),
    ),
  ),
});

const Rule = v.object({
  id: text,
  messageStrings: v.nullish(v.record(v.string(), v.object({ text }))),
});

const Run = v.object({
  tool: v.nullish(v.object({ driver: v.nullish(v.object({ rules: v.nullish(v.array(Rule)) })) })),
  artifacts: v.nullish(v.array(v.object({ location: Place }))),
  originalUriBaseIds: v.nullish(v.record(v.string(), v.object({ uri: text }))),
  invocations: v.nullish(v.array(v.object({ executionSuccessful: v.nullish(v.boolean()) }))),
  results: v.nullish(v.array(Result)),
});

type SarifRun = v.InferOutput<typeof Run>;
type SarifResult = v.InferOutput<typeof Result>;

/** As the output says it. */
const FAILED = 'executionSuccessful: false';

/** SARIF 2.1.0, in which much may be said in one place and only be named in others. */
export function readSarif(output: LinterOutput): Steps<FormatReading> {
  return readJson(output, v.object({ runs: v.array(Run) }), ({ runs }) =>
    runs.some(hasFailed)
      ? FAILED
      : runs.flatMap((run) => (run.results ?? []).flatMap((result) => placeOf(result, run) ?? [])),
  );
}

/** No results are not none where the program itself says so. */
function hasFailed({ invocations, results }: SarifRun): boolean {
  const isBroken = invocations?.some(({ executionSuccessful }) => executionSuccessful === false) ?? false;
  return isBroken && (results ?? []).length === 0;
}

/** Null: it is about no file. */
function placeOf(result: SarifResult, run: SarifRun): LintedPlace | null {
  if (!isFault(result)) return null;
  const places = (result.locations ?? []).map(({ physicalLocation }) => physicalLocation);
  const place = places.find((each) => fileOf(each?.artifactLocation, run) !== null);
  const file = fileOf(place?.artifactLocation, run);
  if (file === null) return null;
  return {
    file,
    line: place?.region?.startLine,
    column: place?.region?.startColumn,
    rule: result.ruleId ?? result.rule?.id ?? ruleOf(result, run)?.id,
    text: wordsOf(result, run),
  };
}

/** Not what is only told, what is gone since the last look, and what somebody has agreed to. */
function isFault({ kind, level, baselineState, suppressions }: SarifResult): boolean {
  const isReported = (kind ?? 'fail') === 'fail' && level !== 'none' && baselineState !== 'absent';
  return isReported && !(suppressions ?? []).some(({ status }) => (status ?? 'accepted') === 'accepted');
}

function fileOf(place: v.InferOutput<typeof Place>, run: SarifRun): string | null {
  const uri = place?.uri ?? null;
  if (uri === null) {
    const named = run.artifacts?.[place?.index ?? -1]?.location ?? null;
    return named === null || typeof named.uri !== 'string' ? null : fileOf(named, run);
  }
  const base = run.originalUriBaseIds?.[place?.uriBaseId ?? '']?.uri ?? '';
  // A relative address may be encoded as well.
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri) || base === '') return decoded(uri);
  return `${base.endsWith('/') ? base : `${base}/`}${uri}`;
}

function decoded(uri: string): string {
  if (/^file:/i.test(uri)) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function ruleOf({ ruleId, ruleIndex, rule }: SarifResult, { tool }: SarifRun) {
  const rules = tool?.driver?.rules ?? [];
  return rules[ruleIndex ?? rule?.index ?? -1] ?? rules.find(({ id }) => id === (ruleId ?? rule?.id));
}

/** The words, or those of the rule with what stands for `{0}` filled in. */
function wordsOf(result: SarifResult, run: SarifRun): string {
  const { message } = result;
  const ofRule = ruleOf(result, run)?.messageStrings?.[message.id ?? '']?.text;
  const words = message.text ?? message.markdown ?? ofRule ?? message.id ?? '';
  return words.replaceAll(/\{(\d{1,2})\}/g, (whole, at) => message.arguments?.[Number(at)] ?? whole);
}
