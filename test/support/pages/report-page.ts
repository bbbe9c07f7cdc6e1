import { gzipSync } from 'node:zlib';
import type { PageFacts } from '../../../src/report/page/page-facts.ts';
import { pageHtml } from '../../../src/report/page/page-html.ts';

/** The page as the command writes it. */
export function reportPage(facts: PageFacts): string {
  return pageHtml(facts, (text) => gzipSync(text).toString('base64'));
}
