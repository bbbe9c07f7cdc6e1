/** A mapping as it was read, not checked yet. */
export type RawMapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is RawMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping in a field, empty when it is something else (which the schema reports). */
export function mapping(value: unknown): RawMapping {
  return isMapping(value) ? value : {};
}
