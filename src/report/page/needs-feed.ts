import type { PersonNeed, Report } from '../../core/report/report.ts';
import { isoTime } from '../../core/time.ts';
import { needText } from '../status/need-words.ts';
import { draftUrl, type GitHubSite, issueUrl, repositoryUrl } from '../words/github-pages.ts';
import { plainReport } from './plain-report.ts';
import { xmlText } from './xml-text.ts';

const ENTRIES = 100;
const TEXT_LENGTH = 1_000;

/** What needs a person, as an Atom feed (RFC 4287), the newest first. What is over is no longer in it. */
export function needsFeed(report: Report, site: GitHubSite | null): string {
  const { repository, needs, at } = plainReport(report, TEXT_LENGTH);
  const home = site === null ? null : repositoryUrl(site);
  const entries = needs.toReversed().slice(0, ENTRIES);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xmlText(tagOf(repository, 'needs'))}</id>`,
    `  <title>${xmlText(`Wakeful: what needs you in ${repository}`)}</title>`,
    `  <updated>${timestamp(at)}</updated>`,
    '  <author><name>Wakeful</name></author>',
    ...(home === null ? [] : [`  <link rel="alternate" href="${xmlText(home)}"/>`]),
    ...entries.map((need) => entry(need, repository, site)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(need: PersonNeed, repository: string, site: GitHubSite | null): string {
  const words = needText(need);
  const text = [words.about, words.why, ...words.steps].filter((part) => part !== '').join('\n');
  const address = addressOf(words.target, site);
  return [
    '  <entry>',
    `    <id>${xmlText(tagOf(repository, identityOf(need)))}</id>`,
    `    <title>${xmlText(words.title)}</title>`,
    `    <updated>${timestamp(need.since)}</updated>`,
    ...(address === null ? [] : [`    <link rel="alternate" href="${xmlText(address)}"/>`]),
    `    <content type="text">${xmlText(text)}</content>`,
    '  </entry>',
  ].join('\n');
}

function addressOf(target: ReturnType<typeof needText>['target'], site: GitHubSite | null): string | null {
  if (target === null || site === null) return null;
  return target.kind === 'draft' ? draftUrl(site, target.number) : issueUrl(site, target.number);
}

/** The same thing has the same name in each feed that tells it; the same cause that comes again has another one. */
function identityOf(need: PersonNeed): string {
  switch (need.kind) {
    case 'review':
      return `review/${need.branch}`;
    case 'alert':
      return `alert/${need.goal ?? ''}/${need.cause}/${need.since}`;
    case 'lock':
      return `lock/${need.goal}/${need.run}`;
  }
}

/** A name after RFC 4151, which needs no address that answers. */
function tagOf(repository: string, name: string): string {
  const encoded = `${repository}/${name}`.replace(/[^A-Za-z0-9/._~-]/gu, (sign) =>
    encodeURIComponent(wellFormed(sign)),
  );
  return `tag:wakeful.invalid,2026:${encoded}`;
}

/** Half a pair of surrogates cannot be encoded. */
function wellFormed(sign: string): string {
  return /^[\ud800-\udfff]$/.test(sign) ? '\ufffd' : sign;
}

function timestamp(time: string): string {
  const at = Date.parse(time);
  return isoTime(Number.isNaN(at) ? 0 : at);
}
