import type { PlantedFault } from '../planted-fault.ts';

const FOREIGN = 'test/in-memory/attacks/foreign-pull-requests.test.ts';
const OPENERS = 'test/over-http/attacks/openers.test.ts';
const LINKS = 'test/rules/attacks/foreign-links.test.ts';
const AUTHORS = 'test/rules/attacks/authors.test.ts';

/** In whose name the agent speaks: I10. */
export const IDENTITY_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'commits may carry the address of a login',
    file: 'src/config/settings/setting-rules.ts',
    from: 'return BY_LOGIN_ALONE.test(text) ?',
    to: 'return BY_LOGIN_ALONE.test(`1+${text}`) ?',
    tests: [AUTHORS],
    unplayed: 'settings',
  },
  {
    invariant: 'I10',
    what: 'commits carry the address of a stranger unless the settings name another',
    file: 'src/config/settings/setting-rules.ts',
    from: "'41898282+github-actions[bot]@users.noreply.github.com'",
    to: "'wakeful@users.noreply.github.com'",
    tests: [AUTHORS],
    unplayed: 'settings',
  },
  {
    invariant: 'I10',
    what: 'a pull request of a stranger counts as the draft of its branch',
    file: 'src/core/progress/found-drafts.ts',
    from: "return openedBy !== 'stranger';",
    to: 'return openedBy !== null;',
    tests: [FOREIGN],
  },
  {
    invariant: 'I10',
    what: 'whatever bears the marker is closed as a second draft',
    file: 'src/core/progress/found-drafts.ts',
    from: "      draft.openedBy === 'agent' &&\n",
    to: '',
    tests: [FOREIGN],
  },
  {
    invariant: 'I10',
    what: 'whatever bears the marker gets the words of the agent',
    file: 'src/core/progress/found-drafts.ts',
    from: "return readMarker(body) === marker && (openedBy === 'agent' || number === receipt);",
    to: 'return readMarker(body) === marker && (openedBy !== null || number === receipt);',
    tests: [FOREIGN],
  },
  {
    invariant: 'I10',
    what: 'everybody counts as somebody who may write',
    file: 'src/adapters/github/drafts.ts',
    from: "return permission === 'admin' || permission === 'write' ? 'writer' : 'stranger';",
    to: "return permission !== null ? 'writer' : 'stranger';",
    tests: [OPENERS],
    unplayed: 'http',
  },
  {
    invariant: 'I13',
    what: 'a redirect of GitHub is followed',
    file: 'src/adapters/github/http/requests.ts',
    from: "redirect: 'manual' as const",
    to: "redirect: 'follow' as const",
    tests: ['test/over-http/attacks/github-redirects.test.ts'],
    unplayed: 'http',
  },
  {
    invariant: 'I10',
    what: 'an alert links whatever address looks like a page to open a pull request',
    file: 'src/report/on-github/alert.ts',
    from: 'address?.startsWith(`${home}/compare/`) === true',
    to: "address !== ''",
    tests: [LINKS],
    unplayed: 'wording',
  },
  {
    invariant: 'I10',
    what: 'the summary of a commit adds people to its authors',
    file: 'src/report/on-github/commit-message.ts',
    from: '? ` ${line}` : line))',
    to: '? line : line))',
    tests: [LINKS],
    unplayed: 'wording',
  },
  {
    invariant: 'I6',
    what: 'an agent of which GitHub tells nothing, as at a limit, takes its own drafts for those of a stranger',
    file: 'src/adapters/github/http/actor.ts',
    from: 'const Viewer = v.object({ data: v.object({ viewer: User }) });',
    to: 'const Viewer = v.fallback(v.object({ data: v.object({ viewer: User }) }), { data: { viewer: { login: ACTIONS_BOT } } });',
    tests: ['test/over-http/attacks/own-drafts.test.ts'],
    unplayed: 'http',
  },
];
