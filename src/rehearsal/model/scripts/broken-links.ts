import { changeFile } from '../text/change.ts';
import type { Conversation } from '../text/conversation.ts';
import { knownFiles } from '../text/known-files.ts';
import { candidates, exists, type FileSet, isPage, nearestAnchor, rewrite } from '../text/link-repair.ts';
import { findLinks, type Link, type Target, targetOf } from '../text/links.ts';
import { anchors } from '../text/markdown.ts';
import { counted, oneLine, pathIsOneOf } from '../text/objective.ts';
import { finish, giveUp, type Turn, use } from '../text/turn.ts';
import { fileView, readOn } from '../text/views.ts';

/** Longer pages are checked as far as this. */
const PAGE_LINES = 1_500;

export function isBrokenLinks(objective: string): boolean {
  return /broken relative links/i.test(oneLine(objective));
}

/** Reads the item's page and the pages that its anchors lead to, mends what has one answer, reports the rest. */
export function brokenLinks(conversation: Conversation): Turn {
  const page = conversation.assignment.item.replace(/@[0-9a-f]{7,64}$/, '');
  if (!isPage(page)) {
    return giveUp(`Each item must be one Markdown file (for_each: files), and "${page}" is none.`);
  }
  const reading = readOn(conversation, [page], PAGE_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, page);
  if (view.kind !== 'text') {
    return finish(`${page} cannot be read: ${view.kind === 'failed' ? view.reason : 'nothing came back'}`);
  }
  const links = findLinks(view.text).flatMap((link): readonly Aimed[] => {
    const target = targetOf(page, link.destination);
    return target === null ? [] : [{ link, target }];
  });
  const known = knownFiles(
    conversation,
    links.flatMap(({ target }) => target.path ?? []),
  );
  if (known.kind === 'turn') return known.turn;
  return judgePage(conversation, {
    page,
    text: view.text,
    raw: view.raw,
    whole: view.isComplete,
    links,
    ...known,
  });
}

interface Aimed {
  readonly link: Link;
  readonly target: Target;
}

interface Page {
  readonly page: string;
  readonly text: string;
  readonly raw: string;
  /** False: only the first lines were read. */
  readonly whole: boolean;
  readonly links: readonly Aimed[];
  readonly set: FileSet;
  /** Whether the set holds every file of the repository. */
  readonly isComplete: boolean;
}

function judgePage(conversation: Conversation, page: Page): Turn {
  const links = page.links.map((aimed) => judgePath(page, aimed));
  const withAnchors = links.flatMap((link) => anchorPage(link, page.page) ?? []);
  const others = [
    ...withAnchors,
    ...(links.some((link) => link.kind !== 'fine') ? submodules(page.set) : []),
  ];
  const reading = conversation.mustHurry
    ? null
    : readOn(
        conversation,
        others.filter((path) => path !== page.page),
        PAGE_LINES,
      );
  if (reading !== null) return reading;
  const verdicts = links
    .map((link) => judgeAnchor(conversation, page, link))
    .filter((link) => link.kind !== 'fine');
  const judged = verdicts.filter((link) => !inSubmodule(conversation, link));
  return mend(conversation, page, judged);
}

/** A link with what is known of it. `mended` has one answer, `broken` has none or several. */
type LinkVerdict = Aimed &
  (
    | { readonly kind: 'fine' }
    | { readonly kind: 'mended'; readonly path: string | null; readonly fragment: string | null }
    | { readonly kind: 'broken'; readonly why: string }
  );

function judgePath({ page, set, isComplete }: Page, { link, target }: Aimed): LinkVerdict {
  if (target.isOutside) return { kind: 'fine', link, target };
  if (target.path === null || exists(set, target.path)) return { kind: 'fine', link, target };
  if (!isComplete) {
    const why = `${target.path} is not among the files that could be listed`;
    return { kind: 'broken', link, target, why };
  }
  const found = candidates(set, target.path).filter((path) => path !== page);
  const [only] = found;
  if (only !== undefined && found.length === 1)
    return { kind: 'mended', link, target, path: only, fragment: target.fragment };
  const why =
    found.length === 0 ? `${target.path} does not exist` : `it may mean ${found.slice(0, 5).join(' or ')}`;
  return { kind: 'broken', link, target, why };
}

/** The page whose headings the link's anchor must match; null: no anchor to judge. */
function anchorPage(link: LinkVerdict, page: string): string | null {
  if (link.kind === 'broken' || link.target.isOutside || !isAnchor(link.target.fragment)) return null;
  // Lists of contributors and other made HTML use such anchors as decoration.
  if (link.link.isHtml && link.target.path === null) return null;
  const path = (link.kind === 'mended' ? link.path : link.target.path) ?? page;
  return isPage(path) ? path : null;
}

function isAnchor(fragment: string | null): boolean {
  return (
    fragment !== null &&
    fragment !== '' &&
    !/^(?:top|readme|L\d+(?:-L\d+)?|:~:.*|user-content-.*)$/i.test(fragment)
  );
}

function judgeAnchor(conversation: Conversation, page: Page, link: LinkVerdict): LinkVerdict {
  const path = anchorPage(link, page.page);
  const fragment = link.target.fragment;
  if (path === null || fragment === null) return link;
  const text = path === page.page ? page.text : wholeText(conversation, path);
  if (text === null) return link;
  const known = anchors(text);
  if (known.some((anchor) => anchor.toLowerCase() === fragment.toLowerCase())) return link;
  const nearest = nearestAnchor(known, fragment);
  const { target } = link;
  if (nearest !== null) {
    return {
      kind: 'mended',
      link: link.link,
      target,
      path: link.kind === 'mended' ? link.path : target.path,
      fragment: nearest,
    };
  }
  // A path that has an answer is mended even where its anchor has none.
  if (link.kind === 'mended') return link;
  return { kind: 'broken', link: link.link, target, why: `${path} has no heading for #${fragment}` };
}

function wholeText(conversation: Conversation, path: string): string | null {
  const view = fileView(conversation, path);
  return view.kind === 'text' && view.isComplete ? view.text : null;
}

function submodules(set: FileSet): readonly string[] {
  return set.files.has('.gitmodules') ? ['.gitmodules'] : [];
}

/** What lies in another repository cannot be seen from here. */
function inSubmodule(conversation: Conversation, link: LinkVerdict): boolean {
  const folders = [...(wholeText(conversation, '.gitmodules') ?? '').matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)];
  const path = link.target.path ?? '';
  return folders.some(([, folder]) => path === folder || path.startsWith(`${folder}/`));
}

function mend(conversation: Conversation, page: Page, verdicts: readonly LinkVerdict[]): Turn {
  const mended = verdicts.filter((verdict) => verdict.kind === 'mended');
  const reports = verdicts.filter((verdict) => verdict.kind === 'broken').map(reportBroken);
  if (mended.length === 0) return finish(summary(page, [], reports));
  const done = mended.map(
    (verdict) => `line ${verdict.link.line}: ${verdict.link.destination} → ${destination(page, verdict)}`,
  );
  const { neverWritable } = conversation.assignment;
  if (pathIsOneOf(page.page, neverWritable))
    return finish(summary(page, [], [...done.map(notWritable), ...reports]));
  const step = changeFile(conversation, {
    path: page.page,
    before: page.text,
    after: mendedText(page, mended),
  });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'done') return finish(summary(page, done, reports));
  const said = `${page.page} could not be fixed: ${step.reason}`;
  const end = finish(`${said} ${summary(page, [], [...done.map(notWritable), ...reports])}`);
  return { say: '', calls: [use('note', { text: said }), ...end.calls] };
}

function notWritable(line: string): string {
  return `${line} (proposed only: this file must not be written)`;
}

function reportBroken(verdict: LinkVerdict & { readonly kind: 'broken' }): string {
  return `line ${verdict.link.line}: ${verdict.link.destination}: ${verdict.why}`;
}

function destination(page: Page, verdict: LinkVerdict & { readonly kind: 'mended' }): string {
  return rewrite(page.page, verdict.link, {
    ...verdict.target,
    path: verdict.path,
    fragment: verdict.fragment,
  });
}

function mendedText(page: Page, mended: readonly (LinkVerdict & { readonly kind: 'mended' })[]): string {
  return mended.reduceRight(
    (text, verdict) =>
      text.slice(0, verdict.link.start) + destination(page, verdict) + text.slice(verdict.link.end),
    page.text,
  );
}

function summary({ page, whole }: Page, mended: readonly string[], reports: readonly string[]): string {
  const scope = whole ? '' : ` Only its first ${PAGE_LINES} lines were checked.`;
  if (mended.length === 0 && reports.length === 0)
    return `Every relative link of ${page} leads somewhere.${scope}`;
  const parts = [
    mended.length > 0 ? `Fixed ${counted(mended.length, 'link')} of ${page}:\n- ${mended.join('\n- ')}` : '',
    reports.length > 0 ? `Left for a person in ${page}:\n- ${reports.join('\n- ')}` : '',
    scope.trim(),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
