/** Long work that rests after each step, so that others can have their turn; the work itself never waits. */
export type Steps<T> = Generator<undefined, T>;

/** What comes of the work, done in one go. */
export function withoutRest<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** So many small things make one step. */
const IN_ONE_STEP = 2_000;

/** What `act` makes of each, with a rest now and then. */
export function* eachInSteps<T, Made>(all: Iterable<T>, act: (each: T) => Made | null): Steps<Made[]> {
  const made: Made[] = [];
  let done = 0;
  for (const each of all) {
    done += 1;
    if (done % IN_ONE_STEP === 0) yield;
    const result = act(each);
    if (result !== null) made.push(result);
  }
  return made;
}

/** Calls `take` with the beginning and the end of each line, with a rest now and then. */
export function* linesInSteps(
  text: string,
  take: (from: number, to: number) => void,
): Generator<undefined, void> {
  let lines = 0;
  for (let from = 0; from <= text.length; ) {
    lines += 1;
    if (lines % IN_ONE_STEP === 0) yield;
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    take(from, to);
    from = to + 1;
  }
}
