import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { GoalFile } from '../src/config/goal/goal-schema.ts';
import { SettingsFile } from '../src/config/settings/settings-schema.ts';
import { ReportSchema } from './report-schema.ts';

const OPTIONS: ConversionConfig = {
  typeMode: 'input',
  // Rules in code have no counterpart in JSON Schema; what of them can be said there is in the metadata.
  ignoreActions: ['raw_check', 'finite'],
};

/** File name → text of every schema that is published: those that the program itself reads with, and that of its report. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['goal.schema.json', schemaText(GoalFile)],
    ['settings.schema.json', schemaText(SettingsFile)],
    ['report.schema.json', schemaText(ReportSchema)],
  ]);
}

function schemaText(schema: v.GenericSchema): string {
  const converted = withoutNoise(toJsonSchema(schema, OPTIONS));
  return `${JSON.stringify(converted, null, 2)}\n`;
}

/** Older editors refuse `required: []`, and the largest safe number bounds nothing that a person would write. */
function withoutNoise(schema: JsonSchema): unknown {
  return JSON.parse(JSON.stringify(schema), (key, part: unknown) => {
    const isEmpty = Array.isArray(part) && part.length === 0 && (key === 'examples' || key === 'required');
    return isEmpty || Math.abs(Number(part)) === Number.MAX_SAFE_INTEGER ? undefined : part;
  });
}
