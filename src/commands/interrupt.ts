/** The first Ctrl-C asks the wake to save and release, the second one ends the program at once. */
export function watchInterrupt(onFirst: () => void): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    // 130 is what a shell expects of an interrupted program.
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const close = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  return { signal: controller.signal, close };
}
