const MARKER = /^<!-- wakeful: (.+) -->$/;

/** The hidden last line by which an issue or a draft is found again, e.g. `<!-- wakeful: docs-index/… -->`. */
export function hiddenMarker(marker: string): string {
  const encoded = encodeURIComponent(marker.toWellFormed()).replace(/%2F/g, '/').replace(/%3A/g, ':');
  return `<!-- wakeful: ${encoded.replace(/-(?=-|$)/g, '%2D')} -->`;
}

/** The marker of a body that ends with one; null otherwise. Markers elsewhere in the text do not count. */
export function readMarker(body: string): string | null {
  const found = MARKER.exec(body.trimEnd().split('\n').at(-1)?.trim() ?? '');
  if (found?.[1] === undefined) return null;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return null;
  }
}
