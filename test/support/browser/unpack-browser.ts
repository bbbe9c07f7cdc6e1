import chromium from '@sparticuz/chromium';

/** Once, before any file of tests: files that unpack the browser at the same time would start a half-written one. */
export async function setup(): Promise<void> {
  await chromium.executablePath();
}
