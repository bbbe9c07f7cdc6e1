import type { Subset } from './subset.ts';

/** One line for each operation and each schema, so that changes can be read. */
export function subsetText({ version, operations, schemas }: Subset): string {
  return [
    '{',
    `"version": ${JSON.stringify(version)},`,
    `"operations": ${lines(operations)},`,
    `"schemas": ${lines(schemas)}`,
    '}\n',
  ].join('\n');
}

function lines(entries: Readonly<Record<string, unknown>>): string {
  const each = Object.entries(entries).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${each.join(',\n')}\n}`;
}
