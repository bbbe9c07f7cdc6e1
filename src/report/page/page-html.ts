import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { integrityOf } from '../../core/text/digest.ts';
import { el } from '../../pages/element.ts';
import { dayLines } from '../../pages/lane.ts';
import { shapeDefinitions } from '../../pages/shapes.ts';
import { daysUntil } from '../../pages/time-scale.ts';
import { actionsUrl, repositoryUrl } from '../words/github-pages.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './built/page-parts.ts';
import { draftsSection } from './drafts-section.ts';
import { goalsSection } from './goals-section.ts';
import { happenedSection } from './happened-section.ts';
import { numbered } from './line-ids.ts';
import { linesJson } from './log-data.ts';
import { logSection } from './log-section.ts';
import { needsSection } from './needs-section.ts';
import { nextSection } from './next-section.ts';
import type { PageFacts, PageView } from './page-facts.ts';
import { plainReport } from './plain-report.ts';
import { runsSection } from './runs-section.ts';
import { spendingSection } from './spending-section.ts';
import { pageLink, section } from './text-parts.ts';
import { verdictSection } from './verdict-section.ts';

/** A text compressed with gzip, in base64. */
export type Compressor = (text: string) => string;

/** Of a text in the page itself, characters; the log has them as they are. */
const TEXT_LENGTH = 300;
/** The days before today that the charts show. */
const DAYS_BEFORE = 7;

/** The web page as one file, which asks nobody for anything. The log lies behind it, compressed: what is seen first does not wait for it. */
export function pageHtml(facts: PageFacts, compress: Compressor): string {
  const now = Date.parse(facts.report.at);
  const view: PageView = {
    ...facts,
    report: plainReport(facts.report, TEXT_LENGTH),
    lines: numbered(facts.entries),
    week: daysUntil(now, DAYS_BEFORE),
    now,
  };
  const log = linesJson(view.lines).map(
    (part) => `<script type="text/plain" class="log-part">${compress(part)}</script>\n`,
  );
  return [
    '<!doctype html>\n<html lang="en">\n',
    head(view),
    '<body>\n',
    renderToString(body(view)),
    `\n<script>${PAGE_SCRIPT}</script>\n`,
    ...log,
    '</body>\n</html>\n',
  ].join('');
}

/** Nothing is loaded, nothing is sent, and a text never becomes markup, not even by mistake of the page's own script. */
function policy(): string {
  return [
    `default-src 'none'`,
    `script-src '${integrityOf(PAGE_SCRIPT)}'`,
    `style-src '${integrityOf(PAGE_STYLE)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

/** The style is text of this program; everything else here is escaped. */
function head({ report }: PageView): string {
  const meta = renderToString(
    el(
      'head',
      null,
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: policy() }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      el('title', null, `Wakeful: ${report.repository}`),
    ),
  );
  return `${meta.replace('</head>', '')}<style>${PAGE_STYLE}</style>\n</head>\n`;
}

const PARTS = [
  ['needs', 'Needs you'],
  ['happened', 'Since yesterday'],
  ['goals', 'Goals'],
  ['runs', 'Runs'],
  ['drafts', 'Drafts'],
  ['spending', 'Spent'],
  ['next', 'What comes next'],
  ['log', 'Log'],
] as const;

function body(view: PageView): VNode {
  const { report, site, week } = view;
  const name = pageLink(site === null ? null : repositoryUrl(site), report.repository);
  return el(
    'div',
    { class: 'page report', 'data-repository': report.repository },
    shapeDefinitions(dayLines(week)),
    el('header', null, el('h1', null, 'Wakeful: ', name), verdictSection(view)),
    ...(report.verdict.kind === 'never_ran' ? [firstRun(view)] : parts(view)),
    el(
      'footer',
      { class: 'quiet' },
      el(
        'p',
        null,
        'This page asks nobody for anything. The command ',
        el('code', null, 'page'),
        ' makes it anew. What you have seen of it is remembered on this device only.',
      ),
    ),
  );
}

function parts(view: PageView): readonly VNode[] {
  const names = PARTS.map(([id, title]) => el('li', null, el('a', { href: `#${id}` }, title)));
  return [
    el('nav', { class: 'parts', 'aria-label': 'Parts of this page' }, el('ul', null, ...names)),
    el(
      'main',
      null,
      needsSection(view),
      happenedSection(view),
      goalsSection(view),
      runsSection(view),
      draftsSection(view),
      spendingSection(view),
      nextSection(view),
      logSection(view),
    ),
  ];
}

/** Nothing is known yet, so there is one thing to do. */
function firstRun({ site }: PageView): VNode {
  const actions = pageLink(site === null ? null : actionsUrl(site), 'page Actions', 'click');
  return el(
    'main',
    null,
    section(
      { id: 'needs', title: 'What to do' },
      el(
        'p',
        null,
        'Start the first run by hand: open the ',
        actions,
        ', choose the workflow of the agent there, and run it.',
      ),
      el(
        'p',
        null,
        'Until then goals, runs, drafts and costs are not known, and this page shows none of them.',
      ),
    ),
  );
}
