/** The built page in a real browser, opened as a file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as browsers, type Page } from 'playwright-core';
import { bundleSite } from '../../../scripts/site/bundle-site.ts';

export interface OpenedPage {
  readonly page: Page;
  /** What went wrong: messages on the console, errors, and requests beyond the file itself. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  /** So much time passes for the page from one frame to the next, ms; the frames come as fast as always. */
  readonly frameMs?: number;
  readonly file?: string;
  /** What the visitor's clock shows; missing: the real time. */
  readonly time?: string;
}

/** One browser and one built page for all tests of a file. */
export class SiteUnderTest {
  readonly #browser: Browser;
  readonly #folder: string;

  /** `files` by name; missing: the page of demonstrations. */
  static async open(files?: ReadonlyMap<string, string>): Promise<SiteUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'wakeful-site-'));
    for (const [name, text] of files ?? (await bundleSite())) await writeFile(join(folder, name), text);
    const executablePath = await chromium.executablePath();
    const browser = await browsers.launch({ executablePath, args: ['--no-sandbox', '--headless=shell'] });
    return new SiteUnderTest(browser, folder);
  }

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  async page(
    hash: string,
    { file = 'index.html', time, frameMs, ...options }: PageOptions = {},
  ): Promise<OpenedPage> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    if (frameMs !== undefined) await page.addInitScript({ content: hurryFrames(frameMs) });
    if (time !== undefined) await page.clock.setFixedTime(time);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(this.address(hash, file));
    return { page, complaints, close: () => context.close() };
  }

  address(hash: string, file = 'index.html'): string {
    return `${pathToFileURL(join(this.#folder, file)).href}${hash === '' ? '' : `#${hash}`}`;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true });
  }
}

/** For the page. */
function hurryFrames(frameMs: number): string {
  return `
    const next = window.requestAnimationFrame.bind(window);
    let now = performance.now();
    window.requestAnimationFrame = (callback) => next(() => callback((now += ${frameMs})));
  `;
}

/**
 * What an accessibility checker finds. Only violations are described, and its result is read within the page itself,
 * which is enough where no page has a frame: both together take a quarter of the time.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const checker = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await checker.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
