/** How often a part of a regular expression may match in a row. */
interface Repetition {
  readonly least: number;
  readonly most: number;
}

/** From when on a repeated group counts as slow. */
export interface RepetitionLimits {
  /** Whether a repetition inside a group makes it dangerous to repeat the group. */
  readonly isRisky: (inside: Repetition) => boolean;
  /** So often a group with such a repetition may be repeated. */
  readonly mostNested: number;
  /** So often a group with alternatives may be repeated. */
  readonly mostAlternating: number;
}

/** A repeated group that makes some texts take exponential time. */
interface SlowGroup {
  /** It holds a repetition itself, as `(a+)+` does, or alternatives, as `(a|ab)*` does. */
  readonly kind: 'nested' | 'alternatives';
  /** With what repeats it. */
  readonly source: string;
}

/** A group that is open, and what has been found in it. */
interface OpenGroup {
  readonly start: number;
  isRisky: boolean;
  hasAlternatives: boolean;
}

const PARTS =
  /\\(?:[pPu]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]+:))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/g;

/** The first slow group of a regular expression; null: there is none. The expression must be a valid one. */
export function slowGroupIn(source: string, limits: RepetitionLimits): SlowGroup | null {
  const open: OpenGroup[] = [];
  let closed: OpenGroup | null = null;
  for (const { 0: part, index } of source.matchAll(PARTS)) {
    const repetition = repetitionOf(part);
    const kind = repetition === null || closed === null ? null : slowKind(closed, repetition, limits);
    if (kind !== null && closed !== null)
      return { kind, source: source.slice(closed.start, index + part.length) };
    const around = open.at(-1);
    if (around !== undefined && repetition !== null) around.isRisky ||= limits.isRisky(repetition);
    if (around !== undefined && part === '|') around.hasAlternatives = true;
    closed = part === ')' ? closeGroup(open) : null;
    if (part.startsWith('(')) open.push({ start: index, isRisky: false, hasAlternatives: false });
  }
  return null;
}

function slowKind(
  group: OpenGroup,
  { most }: Repetition,
  limits: RepetitionLimits,
): SlowGroup['kind'] | null {
  if (group.isRisky && most > limits.mostNested) return 'nested';
  return group.hasAlternatives && most > limits.mostAlternating ? 'alternatives' : null;
}

/** Null: the part repeats nothing. */
function repetitionOf(part: string): Repetition | null {
  if (part.startsWith('?')) return { least: 0, most: 1 };
  if (/^[*+]/.test(part)) return { least: part.startsWith('*') ? 0 : 1, most: Number.POSITIVE_INFINITY };
  const counts = /^\{(\d+)(,(\d*))?\}/.exec(part);
  if (counts === null) return null;
  const least = Number(counts[1]);
  if (counts[2] === undefined) return { least, most: least };
  return { least, most: counts[3] === '' ? Number.POSITIVE_INFINITY : Number(counts[3]) };
}

/** What is in a group is in the group around it as well. */
function closeGroup(open: OpenGroup[]): OpenGroup | null {
  const group = open.pop() ?? null;
  const around = open.at(-1);
  if (group !== null && around !== undefined) {
    around.isRisky ||= group.isRisky;
    around.hasAlternatives ||= group.hasAlternatives;
  }
  return group;
}
