/**
 * Notices a model that goes round in circles inside one item. A pure reducer over what happened:
 * the same call or the same error several times, edits that undo each other, and several rounds of tiny edits to one place
 * with nothing new read. How often is often is a limit of the goal.
 */
export type RunawayEvent =
  | { readonly kind: 'called'; readonly name: string; readonly arguments: string; readonly writes: boolean }
  /** `call`: which one, with its arguments; missing: any. */
  | { readonly kind: 'failed'; readonly error: string; readonly call?: string }
  /** Something was read that had not been read before, or not since it changed. */
  | { readonly kind: 'learned' }
  | Edited
  /** The model's turn is over: its calls have run. */
  | { readonly kind: 'round_ended' };

export interface Edited {
  readonly kind: 'edited';
  readonly path: string;
  /** Digests of the file's whole text; null: it does not exist. */
  readonly before: string | null;
  readonly after: string | null;
  /** What differs: line numbers in the new text, and how many characters were taken out and put in. */
  readonly place: { readonly from: number; readonly to: number; readonly characters: number };
}

export interface Runaway {
  /** How often the model may repeat itself: `limits.repeats`. */
  readonly most: number;
  /** Why the item must end; null: all is well. */
  readonly verdict: RunawayVerdict | null;
  readonly calls: ReadonlyMap<string, number>;
  /** The newest of them that writes. */
  readonly last: string;
  /** Those that have changed a file. To make the same change again and again is a circle, however much changes between. */
  readonly changing: ReadonlySet<string>;
  readonly errors: ReadonlyMap<string, number>;
  /** By path: every version the file has had in this item, oldest first. */
  readonly versions: ReadonlyMap<string, readonly (string | null)[]>;
  /** By path: how often an edit brought an earlier version back. */
  readonly undone: ReadonlyMap<string, number>;
  readonly round: {
    readonly hasLearned: boolean;
    readonly edits: readonly Edited[];
    readonly errors: ReadonlySet<string>;
  };
  /** Rounds in a row that did nothing but fiddle with one place. */
  readonly fiddling: {
    readonly path: string;
    readonly from: number;
    readonly to: number;
    readonly rounds: number;
  } | null;
}

/** How the model went round in circles. */
export type RunawayVerdict =
  /** The same call, with the same arguments. */
  | { readonly kind: 'same_call'; readonly tool: string; readonly times: number }
  | { readonly kind: 'same_error'; readonly error: string; readonly times: number }
  | { readonly kind: 'edits_undone'; readonly path: string }
  /** Rounds in a row that changed a few characters at one place, with nothing new read. */
  | { readonly kind: 'fiddling'; readonly path: string; readonly rounds: number };

const TINY = { lines: 3, characters: 120 };
const EMPTY_ROUND: Runaway['round'] = { hasLearned: false, edits: [], errors: new Set() };

/** Nothing has happened yet. `most`: at the so-manieth repetition the item ends. */
export function noRunaway(most: number): Runaway {
  return { ...NOTHING, most };
}

const NOTHING: Omit<Runaway, 'most'> = {
  verdict: null,
  calls: new Map(),
  last: '',
  changing: new Set(),
  errors: new Map(),
  versions: new Map(),
  undone: new Map(),
  round: EMPTY_ROUND,
  fiddling: null,
};

/** The first verdict stays. */
export function observe(state: Runaway, event: RunawayEvent): Runaway {
  if (state.verdict !== null) return state;
  switch (event.kind) {
    case 'called':
      return called(state, event);
    case 'failed':
      return failed(state, event);
    case 'learned':
      return { ...state, round: { ...state.round, hasLearned: true } };
    case 'edited':
      return edited(state, event);
    case 'round_ended':
      return roundEnded(state);
  }
}

function called(state: Runaway, call: Extract<RunawayEvent, { kind: 'called' }>): Runaway {
  const key = `${call.writes ? 'write' : 'look'} ${call.name} ${call.arguments}`;
  const calls = counted(state.calls, key);
  const isRunaway = calls.get(key) === state.most;
  return {
    ...state,
    calls,
    ...(call.writes && { last: key }),
    verdict: isRunaway ? { kind: 'same_call', tool: call.name, times: state.most } : null,
  };
}

/** Another call may meet the same error for another reason, so that the error alone counts for less. */
function failed(state: Runaway, { error, call = '' }: Extract<RunawayEvent, { kind: 'failed' }>): Runaway {
  // Within one round the model has not read its first error yet.
  if (state.round.errors.has(error)) return state;
  const own = `${call} ${error}`;
  const errors = counted(call === '' ? state.errors : counted(state.errors, own), error);
  const times = errors.get(error) ?? 0;
  const { most } = state;
  const isRunaway = call === '' ? times === most : errors.get(own) === most || times === 2 * most;
  const verdict = isRunaway ? ({ kind: 'same_error', error, times } as const) : null;
  const round = { ...state.round, errors: new Set([...state.round.errors, error]) };
  return { ...state, errors, verdict, round };
}

function edited(state: Runaway, edit: Edited): Runaway {
  if (edit.before === edit.after) return state;
  const versions = state.versions.get(edit.path) ?? [edit.before];
  const changing = new Set([...state.changing, state.last]);
  const isUndo = versions.includes(edit.after);
  const undone = isUndo ? counted(state.undone, edit.path) : state.undone;
  // Going back once corrects a mistake; going back again and again is a circle.
  const isRunaway = isUndo && (undone.get(edit.path) ?? 0) >= Math.max(1, state.most - 1);
  return {
    ...state,
    versions: new Map(state.versions).set(edit.path, [...versions, edit.after]),
    undone,
    verdict: isRunaway ? { kind: 'edits_undone', path: edit.path } : null,
    // With something changed, what failed before may work now, and the same look shows something new.
    errors: new Map(),
    calls: new Map([...state.calls].filter(([key]) => changing.has(key))),
    changing,
    round: { ...state.round, edits: [...state.round.edits, edit] },
  };
}

function roundEnded(state: Runaway): Runaway {
  if (!state.round.hasLearned && state.round.edits.length === 0) return { ...state, round: EMPTY_ROUND };
  const place = fiddledPlace(state.round);
  const before = state.fiddling;
  if (place === null) return { ...state, round: EMPTY_ROUND, fiddling: null };
  const goesOn = before !== null && before.path === place.path && overlap(before, place);
  const rounds = goesOn ? before.rounds + 1 : 1;
  const verdict = rounds >= state.most ? ({ kind: 'fiddling', path: place.path, rounds } as const) : null;
  return { ...state, round: EMPTY_ROUND, fiddling: { ...place, rounds }, verdict };
}

/** The one place that a round of tiny edits changed; null: it did something else as well. */
function fiddledPlace(round: Runaway['round']): { path: string; from: number; to: number } | null {
  const [first] = round.edits;
  if (round.hasLearned || first === undefined) return null;
  if (!round.edits.every((edit) => edit.path === first.path && isTiny(edit))) return null;
  return {
    path: first.path,
    from: Math.min(...round.edits.map(({ place }) => place.from)),
    to: Math.max(...round.edits.map(({ place }) => place.to)),
  };
}

function isTiny({ place }: Edited): boolean {
  return place.to - place.from < TINY.lines && place.characters <= TINY.characters;
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function counted(counts: ReadonlyMap<string, number>, key: string): ReadonlyMap<string, number> {
  return new Map(counts).set(key, (counts.get(key) ?? 0) + 1);
}
