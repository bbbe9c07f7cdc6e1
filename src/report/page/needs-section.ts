import type { ComponentChildren, VNode } from 'preact';
import type { AlertPlace } from '../../core/checkpoint-state.ts';
import type { PersonNeed } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { type NeedText, needText } from '../status/need-words.ts';
import { fileUrl, type GitHubSite, repositoryUrl, targetUrl } from '../words/github-pages.ts';
import { placeName } from '../words/place-words.ts';
import { count, figure } from '../words/sentences.ts';
import type { PageView } from './page-facts.ts';
import { shortened } from './plain-report.ts';
import { codeText, folded, section, stepText } from './text-parts.ts';

const SHOWN = 12;
const SHOWN_FOLDED = 16;
const TITLE_LENGTH = 160;

/** What waits for a person, oldest first, each with the next click. */
export function needsSection({ report, site }: PageView): VNode {
  const { needs } = report;
  const items = needs.slice(0, SHOWN_FOLDED).map((need) => needItem(need, site));
  const rest = items.slice(SHOWN);
  const left = needs.length - SHOWN;
  const unnamed = needs.length - items.length;
  return section(
    { id: 'needs', title: 'Needs you' },
    needs.length === 0 ? el('p', null, 'Nothing.') : el('ol', { class: 'needs' }, ...items.slice(0, SHOWN)),
    left <= 0
      ? null
      : folded(
          `${count(left, 'more thing')}`,
          el('ol', { class: 'needs', start: SHOWN + 1 }, ...rest),
          unnamed <= 0
            ? null
            : el(
                'p',
                { class: 'quiet' },
                `${figure(unnamed)} more are in state/alerts.json on the state branch.`,
              ),
        ),
  );
}

function needItem(need: PersonNeed, site: GitHubSite | null): VNode {
  const words = needText(need);
  const [first, ...others] = words.steps;
  return el(
    'li',
    { class: `need ${need.kind}`, 'data-at': need.since },
    el('h3', null, shortened(words.title, TITLE_LENGTH)),
    el('p', { class: 'quiet' }, words.about),
    words.why === '' ? null : el('p', { class: 'why' }, codeText(words.why)),
    first === undefined ? null : el('p', { class: 'step' }, ...stepText(first)),
    clicks(need, words, site),
    others.length === 0
      ? null
      : folded('Then', el('ul', null, ...others.map((step) => el('li', null, stepText(step))))),
  );
}

/** Only addresses that are made here become links. */
function clicks(need: PersonNeed, { target }: NeedText, site: GitHubSite | null): ComponentChildren {
  const links = [
    ...(site === null || need.kind !== 'alert' ? [] : need.places.flatMap((place) => fileLink(place, site))),
    ...(target === null || site === null
      ? []
      : [
          el(
            'a',
            {
              class: 'click',
              href: targetUrl(site, target),
            },
            `Open ${target.kind} #${target.number}`,
          ),
        ]),
  ];
  if (links.length > 0) return el('p', { class: 'clicks' }, ...links);
  // The title of a draft has its number already.
  return target?.kind !== 'issue' ? null : el('p', { class: 'quiet' }, `It is issue #${target.number}.`);
}

/** Without a line there is nothing to look at. */
function fileLink(place: AlertPlace, site: GitHubSite): readonly VNode[] {
  const href = place.line === null ? null : fileUrl(repositoryUrl(site), place);
  return href === null ? [] : [el('a', { class: 'click', href }, `Open ${placeName(place)}`)];
}
