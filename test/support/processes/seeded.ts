/** NumberCounter in [0, 1) that follow from a seed, so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `WAKEFUL_SEED`, or a new one. It is printed either way. */
export function seedOfRun(): number {
  const seed = Number(process.env['WAKEFUL_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
  console.log(`WAKEFUL_SEED=${seed} repeats this run.`);
  return seed;
}
