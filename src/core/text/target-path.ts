/** What may stand in the template of a target path. */
export const TARGET_PARTS = ['rest', 'dir', 'name', 'ext'] as const;
type TargetPart = (typeof TARGET_PARTS)[number];

const PART = /\{(\w+)\}/g;

/**
 * The path that belongs to a file of a queue: `docs/de/{rest}` gives `docs/de/a/b.md` for `docs/en/a/b.md` of `docs/en/**`. `rest` is what
 * the path has behind the folder that the glob begins with, and `{dir}{name}{ext}` is the same in parts.
 */
export function targetPath(
  template: string,
  { pattern, path }: { readonly pattern: string; readonly path: string },
) {
  const rest = path.slice(fixedFolder(pattern).length);
  const folder = rest.slice(0, rest.lastIndexOf('/') + 1);
  const base = rest.slice(folder.length);
  const dot = base.lastIndexOf('.');
  const ext = dot > 0 ? base.slice(dot) : '';
  const parts: Readonly<Record<TargetPart, string>> = {
    ...{ rest, ext, dir: folder },
    name: base.slice(0, base.length - ext.length),
  };
  return template.replace(PART, (mark, name: string) => (isTargetPart(name) ? parts[name] : mark));
}

/** Names in braces that mean nothing. */
export function unknownParts(template: string): readonly string[] {
  return [...template.matchAll(PART)].map(([, name = '']) => name).filter((name) => !isTargetPart(name));
}

/** Whether each file of a queue has a target of its own, as far as the template can tell. */
export function isOfEachFile(template: string): boolean {
  return template.includes('{rest}') || template.includes('{name}');
}

function isTargetPart(name: string): name is TargetPart {
  return TARGET_PARTS.some((part) => part === name);
}

/** The folders before the first one with a wildcard, with a `/` at their end. */
function fixedFolder(pattern: string): string {
  const wild = pattern.search(/[*?[{]/);
  const fixed = wild === -1 ? pattern : pattern.slice(0, wild);
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}
