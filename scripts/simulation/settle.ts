/** What waits for nothing but its turn goes on before this is over. */
export function settle(): Promise<void> {
  return new Promise((go) => setImmediate(go));
}
