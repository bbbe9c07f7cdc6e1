import * as v from 'valibot';
import type { Problem, ProblemText } from '../../report/problems/problem.ts';
import { yamlProblems } from '../../report/problems/yaml-problems.ts';
import type { ValueFault } from './fault.ts';
import { mapping, type RawMapping } from './raw-value.ts';
import { schemaFaults } from './schema-faults.ts';
import { readYaml } from './yaml-document.ts';
import { linesOf, placeOf, plainValue, type YamlNode } from './yaml-node.ts';

export interface ConfigSource<Schema extends v.GenericSchema> {
  readonly file: string;
  readonly text: string;
  readonly schema: Schema;
  /** Rules over several fields; `raw` is not checked yet, so that all problems come at once. */
  readonly rules: (raw: RawMapping) => readonly ValueFault[];
  /** What a file without content means. */
  readonly whenEmpty: 'defaults' | ProblemText;
}

export type ConfigReading<Value> =
  /** `lines`: of its fields, by name. */
  | { readonly kind: 'value'; readonly value: Value; readonly lines: Readonly<Record<string, number>> }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const MOST = 50;

/** Text → checked value, or everything that is wrong with it. */
export function readConfigFile<Schema extends v.GenericSchema>(
  source: ConfigSource<Schema>,
): ConfigReading<v.InferOutput<Schema>> {
  const document = readYaml(source.file, source.text);
  const root = document.root ?? (document.problems.length > 0 ? null : emptyRoot(source));
  if (root === null) return refused(source.file, document.problems);
  if ('message' in root) return refused(source.file, [root]);
  const raw = plainValue(root);
  const result = v.safeParse(source.schema, raw);
  const faults = [...schemaFaults(source.schema, raw, result.issues ?? []), ...source.rules(mapping(raw))];
  const problems = [...document.problems, ...faults.flatMap((fault) => place(source.file, root, fault))];
  if (problems.length > 0) return refused(source.file, problems);
  if (!result.success) throw new Error(`${source.file} is refused, and no problem says why`);
  return { kind: 'value', value: result.output, lines: linesOf(root) };
}

function emptyRoot(source: ConfigSource<v.GenericSchema>): YamlNode | Problem {
  if (source.whenEmpty !== 'defaults') return { file: source.file, line: 1, column: 1, ...source.whenEmpty };
  return { kind: 'mapping', entries: [], at: { line: 1, column: 1 } };
}

function place(file: string, root: YamlNode, fault: ValueFault): readonly Problem[] {
  const found = placeOf(root, fault.path);
  if (found.isReported) return [];
  const at = fault.at === 'key' ? found.key : found.value;
  return [{ file, line: at.line, column: at.column, message: fault.message, hint: fault.hint }];
}

function refused(
  file: string,
  problems: readonly Problem[],
): { kind: 'problems'; problems: readonly Problem[] } {
  if (problems.length <= MOST) return { kind: 'problems', problems };
  const rest = yamlProblems.more(problems.length - MOST);
  const last = { file, line: problems[MOST]?.line ?? 1, column: 1, ...rest };
  return { kind: 'problems', problems: [...problems.slice(0, MOST), last] };
}
