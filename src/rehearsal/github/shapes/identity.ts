import { digest } from '../../../core/text/digest.ts';

/** A number that always belongs to the same thing. */
export function numericId(...parts: readonly string[]): number {
  return Number.parseInt(digest(parts, 8), 16) + 1;
}

export function nodeId(kind: string, ...parts: readonly (string | number)[]): string {
  return `${kind}_${digest([kind, ...parts.map(String)], 20)}`;
}
