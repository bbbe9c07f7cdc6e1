export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** Lets one act begin when the one before it is over. */
export function openTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
    last = next;
    return next;
  };
}
