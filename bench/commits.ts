/** Commits in the words of `git fast-import`, and what is in them. */

/** A goal file: due at once and at each of its times, whether or not something changed, writing below docs/. */
export function goalText(title: string): string {
  return `title: ${title}\nobjective: Look after it.\nschedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\n`;
}

/** One commit on top of a branch, or its first one; null removes a file. */
export function commitText(
  branch: string,
  files: ReadonlyMap<string, string | null>,
  options: { readonly onTop: boolean; readonly time: number },
): string {
  const who = `bench <bench@example.org> ${Math.floor(options.time / 1000)} +0000`;
  const from = options.onTop ? `from refs/heads/${branch}^0\n` : '';
  const changes = [...files].map(([path, text]) =>
    text === null ? `D ${path}\n` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  return `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\ndata 1\nx\n${from}${changes.join('')}\n`;
}
