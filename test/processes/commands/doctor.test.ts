import { expect, test } from 'vitest';
import { TOKEN } from '../../support/git/stand-in.ts';
import { servedClone } from '../../support/processes/served-clone.ts';

const PEOPLES = {
  enforcement: 'active' as const,
  include: ['~ALL'],
  rules: ['creation', 'update', 'deletion', 'non_fast_forward'],
  roles: [5, 2],
};
const STATE = { include: ['refs/heads/wakeful-state'], rules: ['deletion', 'non_fast_forward'], roles: [] };

/** What the doctor asks for. */
const RULESETS = [
  {
    ...PEOPLES,
    name: 'branches',
    target: 'branch' as const,
    exclude: ['refs/heads/wakeful/**/*', 'refs/heads/wakeful-state'],
  },
  { ...PEOPLES, name: 'tags', target: 'tag' as const, exclude: [] },
  { ...PEOPLES, ...STATE, name: 'state', target: 'branch' as const, exclude: [] },
];

test('doctor looks at a server with the token it is given, and ends with 1 when something needs a person', async () => {
  const { run, standIn } = await servedClone();
  const { person } = standIn;
  await person.configure({ secrets: ['OPENAI_API_KEY'], rulesets: RULESETS });
  const well = await run(['doctor']);
  expect([well.code, well.out]).toEqual([0, expect.stringContaining('\nNo problem was found.\n')]);

  await person.configure({
    actions_may_open_pull_requests: false,
    rules: [{ type: 'required_signatures', branches: ['*'] }],
  });
  await person.setVariable('WAKEFUL_STOP', 'a freeze');
  const ill = await run(['doctor', '--json']);
  const { findings } = JSON.parse(ill.out) as { findings: { what: string; verdict: string }[] };
  const problems = findings.filter(({ verdict }) => verdict === 'problem').map(({ what }) => what);
  expect([ill.code, problems]).toEqual([
    1,
    ['WAKEFUL_STOP', 'pull requests', 'rules of wakeful-state', 'rules of wakeful/**'],
  ]);

  const blind = await run(['doctor', '--json'], TOKEN);
  const seen = (JSON.parse(blind.out) as { findings: { what: string; verdict: string }[] }).findings;
  const hidden = seen.filter(({ verdict }) => verdict === 'not_visible').map(({ what }) => what);
  const guards = ['other branches', 'tags', 'history of the state branch', 'key in an environment'];
  expect(hidden).toEqual([
    'WAKEFUL_STOP',
    'Actions',
    'pull requests',
    'model key',
    'CI on drafts',
    ...guards,
  ]);
});

test('doctor without a token says what it cannot see, asks GitHub nothing, and finds no problem', async () => {
  const { run, exchanges } = await servedClone();
  const { code, out } = await run(['doctor'], null);
  expect([code, out]).toEqual([0, expect.stringContaining('Set GH_ENTERPRISE_TOKEN.')]);
  expect(exchanges.filter(({ kind }) => kind === 'api')).toEqual([]);
});
