import { gzipSync } from 'node:zlib';
import { statusBadge } from '../../report/page/badge.ts';
import { needsFeed } from '../../report/page/needs-feed.ts';
import type { PageFacts } from '../../report/page/page-facts.ts';

/** A file that is to be written. */
export interface PageFile {
  /** In a folder of its own. */
  readonly name: string;
  readonly text: string;
}

/** The page first, then what lies beside it. */
export async function pageFiles(facts: PageFacts): Promise<readonly PageFile[]> {
  const { pageHtml } = await import('../../report/page/page-html.ts');
  return [
    { name: 'index.html', text: pageHtml(facts, compressed) },
    { name: 'badge.svg', text: statusBadge(facts.report) },
    { name: 'needs.xml', text: needsFeed(facts.report, facts.site) },
  ];
}

function compressed(text: string): string {
  return gzipSync(text, { level: 6 }).toString('base64');
}
