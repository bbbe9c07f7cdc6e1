/** A line difference that is as short as git's, without context lines: equal starts and ends, then the longest common row. */
export function diffLines(before: string, after: string): { added: number; removed: number; patch: string } {
  const old = linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const marked = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const patch = marked
    .map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`))
    .join('');
  const count = (mark: string): number => marked.filter((line) => line.startsWith(mark)).length;
  return { added: count('+'), removed: count('-'), patch: `@@ -${start + 1} +${start + 1} @@\n${patch}` };
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Texts {
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** Changed lines with their marks. */
function compare(old: readonly string[], now: readonly string[]): readonly string[] {
  const common = commonRows({ old, now });
  const marked: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || common(i + 1, j) >= common(i, j + 1))) {
      marked.push(`-${old[i]}`);
      i += 1;
    } else {
      marked.push(`+${now[j]}`);
      j += 1;
    }
  }
  return marked;
}

/** How many lines the rests from `i` and `j` have in common at most, in order. */
function commonRows({ old, now }: Texts): (i: number, j: number) => number {
  const width = now.length + 1;
  const best = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
