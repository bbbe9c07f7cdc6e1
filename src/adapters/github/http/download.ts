import type { Fetch } from './client.ts';

/** More than this is no log that anybody reads. */
const MOST_BYTES = 200_000_000;

export interface TextRequest {
  /** Where GitHub sends whoever asks; it holds its own permission, for some minutes. */
  readonly address: string;
  /** So much of its end is kept. */
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/**
 * The end of a text that lies on another host. No token goes there: that host refuses whoever shows one. Null: it is gone, or refused.
 * Throws where there is no whole answer.
 */
export async function download(
  fetch: Fetch,
  { address, bytes, signal }: TextRequest,
): Promise<string | null> {
  const response = await fetch(address, { signal, redirect: 'error' });
  if (response.status >= 400 && response.status < 500) {
    await response.body?.cancel();
    return null;
  }
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new TextDecoder().decode(await endOf(response, bytes));
}

async function endOf(response: Response, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let [kept, read] = [0, 0];
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    parts.push(value);
    kept += value.length;
    read += value.length;
    while (kept - (parts[0]?.length ?? 0) >= bytes) kept -= parts.shift()?.length ?? 0;
    if (read <= MOST_BYTES) continue;
    await reader?.cancel();
    break;
  }
  const all = new Uint8Array(kept);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.subarray(Math.max(0, kept - bytes));
}
