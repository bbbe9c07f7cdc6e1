/**
 * For a program that a machine ends: the first signal asks the wake to save and release, and no later one cuts that off.
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills after another 2.5 s.
 */
export function watchCancel(onFirst: () => void): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  return watchSignals(controller.signal, () => {
    if (controller.signal.aborted) return;
    controller.abort();
    onFirst();
  });
}

/** The first Ctrl-C asks the wake to save and release, the second one ends the program at once. */
export function watchInterrupt(onFirst: () => void): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  return watchSignals(controller.signal, () => {
    // 130 is what a shell expects of an interrupted program.
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onFirst();
  });
}

function watchSignals(signal: AbortSignal, act: () => void) {
  process.on('SIGINT', act);
  process.on('SIGTERM', act);
  const close = (): void => {
    process.off('SIGINT', act);
    process.off('SIGTERM', act);
  };
  return { signal, close };
}
