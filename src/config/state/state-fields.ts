import * as v from 'valibot';
import { ENDINGS, type Ending } from '../../core/ending.ts';
import { stateValues } from '../../report/problems/state-file-problems.ts';

/** What fields of state files can hold. */

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const text = v.string();
export const maybeText = v.nullable(text);
/** Under it something is looked for in a map, where it must not find what every object has. */
export const key = v.pipe(
  text,
  v.check((name) => !(name in Object.prototype), stateValues.key),
);
export const time = v.pipe(v.string(), v.check(isTime, stateValues.time));
export const maybeTime = v.nullable(time);
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, stateValues.day));
export const ending = v.nullable(v.picklist(Object.keys(ENDINGS) as readonly Ending[]));
export const sha = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, stateValues.sha));
export const version = v.pipe(v.number(), v.safeInteger());

function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** An object used as a map. valibot's own records take lists as well. */
export function mapOf<Key extends v.GenericSchema<string, string>, Value extends v.GenericSchema>(
  key: Key,
  value: Value,
) {
  return v.pipe(
    v.unknown(),
    v.check((map) => !Array.isArray(map), stateValues.map),
    v.record(key, value),
  );
}
