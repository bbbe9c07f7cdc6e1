/** In the place of a line: others should have their turn. */
export const REST = Symbol('rest');
/** So many characters or lines are read in one step. */
const STEP = { characters: 200_000, lines: 100 };

/** The lines of a stream, which may be very many. */
export function* linesOf(text: string): Generator<string | typeof REST, void> {
  let lines = 0;
  let rested = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, text.charAt(to - 1) === '\r' && to > from ? to - 1 : to);
    from = to + 1;
    lines += 1;
    if (lines % STEP.lines !== 0 && from - rested < STEP.characters) continue;
    rested = from;
    yield REST;
  }
}
