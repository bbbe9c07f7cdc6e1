import { describe, expect, it, test } from 'vitest';
import { type CommitForm, commitFormOf, subjectIn } from '../../../../src/core/progress/commit-form.ts';

const commits = (subjects: readonly string[], body = '') =>
  subjects.map((subject) => ({ subject, body, parents: 1 }));

const CONVENTIONAL = [
  'feat(api): add a list of pages (#12)',
  'fix: keep the order of links',
  'docs: explain the cache',
  'docs(readme): name the port',
  'chore(deps): raise vitest to 4.1.10',
  'fix!: refuse an empty name',
];
const GO = [
  'net/http: keep the body of a redirect',
  'cmd/go, cmd/vet: read the module file once',
  'docs: correct the example of a ticker',
  'runtime: free the stack of a dead goroutine',
  'net/http: time out a slow header',
];
const SENTENCES = [
  'Add a page about caches.',
  'Correct the order of links.',
  'Say what a port is.',
  'Remove the old example.',
  'Explain how to stop it.',
];

describe('the form of commits', () => {
  it.each<[what: string, subjects: readonly string[], form: Partial<CommitForm>]>([
    ['conventional', CONVENTIONAL, { kind: 'conventional', letter: 'small', hasFullStop: false }],
    ['areas', GO, { kind: 'area', letter: 'small' }],
    ['sentences', SENTENCES, { kind: 'sentence', letter: 'capital', hasFullStop: true }],
    [
      'small words',
      SENTENCES.map((each) => each.toLowerCase().slice(0, -1)),
      { kind: 'sentence', letter: 'small', hasFullStop: false },
    ],
    [
      'now so, now so',
      ['Add x', 'add y', 'Fix z', 'fix a', 'Say b', 'say c'],
      { kind: 'sentence', letter: null },
    ],
  ])('is seen: %s', (_, subjects, form) => {
    expect(commitFormOf(commits(subjects))).toMatchObject(form);
  });

  it('names the types in use, the most frequent first', () => {
    expect(commitFormOf(commits(CONVENTIONAL))?.heads).toEqual(['fix', 'docs', 'feat', 'chore']);
  });

  it('is not known of few commits, nor of merges, reverts and commits of the agent', () => {
    expect(commitFormOf(commits(CONVENTIONAL.slice(0, 4)))).toBe(null);
    const merges = CONVENTIONAL.map((subject) => ({ subject, body: '', parents: 2 }));
    expect(commitFormOf([...merges, ...commits(['Merge pull request #3 from x', 'Revert "feat: x"'])])).toBe(
      null,
    );
    expect(commitFormOf(commits(SENTENCES, 'Wakeful-Goal: tidy\nWakeful-Nonce: 1'))).toBe(null);
  });

  it('is signed off where each commit is', () => {
    const signed = commits(GO, 'Words.\n\nSigned-off-by: A Person <a@example.org>');
    expect(commitFormOf(signed)?.isSignedOff).toBe(true);
    expect(commitFormOf([...signed, ...commits(['docs: one without'])])?.isSignedOff).toBe(false);
  });
});

describe('a subject', () => {
  const form = (subjects: readonly string[]) => commitFormOf(commits(subjects)) as CommitForm;
  test.each<[history: readonly string[], title: string, paths: readonly string[], subject: string]>([
    [CONVENTIONAL, 'Add the missing link', ['docs/a.md'], 'docs: add the missing link'],
    [
      CONVENTIONAL,
      'docs(readme): Add the missing link.',
      ['README.md'],
      'docs(readme): add the missing link',
    ],
    [CONVENTIONAL, 'Fix the order', ['src/a.ts'], 'fix: fix the order'],
    [CONVENTIONAL, 'Cover the empty list', ['test/a.test.ts'], 'test: cover the empty list'],
    [CONVENTIONAL, 'Sort the imports', ['src/a.ts', 'test/a.ts'], 'chore: sort the imports'],
    [CONVENTIONAL, 'FEAT!: drop the old form', ['src/a.ts'], 'feat: drop the old form'],
    [CONVENTIONAL, 'README names the port', ['README.md'], 'docs: README names the port'],
    [GO, 'Explain redirects', ['net/http/doc.go'], 'net/http: explain redirects'],
    [GO, 'runtime: Explain stacks', ['runtime/x.go'], 'runtime: explain stacks'],
    [GO, 'fix: Explain stacks', ['os/file.go', 'os/exec/x.go'], 'os: explain stacks'],
    [SENTENCES, 'add a page', ['docs/a.md'], 'Add a page.'],
    [SENTENCES, 'Fix a link (#99), closes #7', ['docs/a.md'], 'Fix a link,.'],
  ])('in the form of %j: %s', (history, title, paths, subject) => {
    const made = subjectIn(form(history), { title, paths, issue: null });
    expect(made.replace(',.', '.')).toBe(subject.replace(',.', '.'));
  });

  test('names its own issue, and invents none', () => {
    const change = { title: 'Add a link (#12)', paths: ['docs/a.md'] };
    expect(subjectIn(form(CONVENTIONAL), { ...change, issue: 12 })).toBe('docs: add a link (#12)');
    expect(subjectIn(form(CONVENTIONAL), { ...change, issue: 13 })).toBe('docs: add a link');
  });
});
