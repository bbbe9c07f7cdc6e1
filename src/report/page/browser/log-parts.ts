import type { PageLine } from '../line-ids.ts';

/** Whether this browser can open what is compressed. */
export function canOpenParts(): boolean {
  return typeof DecompressionStream === 'function';
}

/** The lines of the log that lie behind the page, the newest first. Between two parts the page can be used. */
export async function openParts(take: (lines: readonly PageLine[]) => void): Promise<void> {
  await wholePage();
  for (const part of document.querySelectorAll('script.log-part')) {
    const lines: readonly PageLine[] = JSON.parse(await unpacked(part.textContent ?? ''));
    take(lines.toReversed());
    part.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

/** The log lies behind everything else. */
function wholePage(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
