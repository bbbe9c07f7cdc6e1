import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readComment } from '../../../src/config/github/comment-command.ts';
import { readCommentEvent } from '../../../src/config/github/comment-event.ts';

const command = (read: object) => ({ kind: 'command', command: read });
const wrong = (words: string) => ({ kind: 'wrong', message: expect.stringContaining(words) });

describe('a comment', () => {
  test.each([
    ['/wakeful run docs-index', { kind: 'run', goal: 'docs-index' }],
    ['/wakeful  run\tdocs-index  ', { kind: 'run', goal: 'docs-index' }],
    ['/Wakeful run docs-index', { kind: 'run', goal: 'docs-index' }],
    ['/wakeful run docs-index\r\nThank you!\r\n', { kind: 'run', goal: 'docs-index' }],
    ['/wakeful pause tidy\n\n> quoted', { kind: 'pause', goal: 'tidy' }],
    ['/wakeful stop a release is near', { kind: 'stop', reason: 'a release is near' }],
    ['/wakeful resume', { kind: 'resume' }],
    ['/wakeful resume tidy', { kind: 'resume_goal', goal: 'tidy' }],
  ])('%j is a command', (body, read) => {
    expect(readComment(body)).toEqual(command(read));
  });

  test.each([
    '',
    'run docs-index',
    'Please /wakeful run docs-index',
    ' /wakeful run docs-index',
    '> /wakeful run docs-index',
    '`/wakeful run docs-index`',
    'Hello\n/wakeful run docs-index',
    '/wakefulness run docs-index',
    '/wakeful-run docs-index',
  ])('%j speaks to somebody else', (body) => {
    expect(readComment(body)).toEqual({ kind: 'none' });
  });

  test.each([
    ['/wakeful', 'There is no command'],
    ['/wakeful rnu docs-index', 'did you mean run?'],
    ['/wakeful RUN docs-index', 'did you mean run?'],
    ['/wakeful delete everything', '"delete" is not a command'],
    ['/wakeful run', 'Name a goal: /wakeful run <goal>'],
    ['/wakeful run docs-index now', 'Write nothing after the goal'],
    ['/wakeful run Docs_Index', 'is not the id of a goal'],
    ['/wakeful run ../../etc', 'is not the id of a goal'],
    [`/wakeful run ${'a'.repeat(65)}`, 'is not the id of a goal'],
    ['/wakeful stop', 'Say why'],
    ['/wakeful resume a b', 'Write nothing after the goal'],
    ['/wakeful run tidy\n/wakeful run other', 'more than one command'],
    ['/wakeful run tidy\n  /wakeful stop it', 'more than one command'],
  ])('%j is answered', (body, words) => {
    expect(readComment(body)).toEqual(wrong(words));
    expect(readComment(body)).toEqual(wrong('/wakeful stop <reason>'));
  });

  test('of any text is read without a fault, and names only goals that may exist', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('run', 'stop', 'resume', 'tidy', '\n'),
    );
    fc.assert(
      fc.property(fc.array(line), (words) => {
        const reading = readComment(`/wakeful ${words.join(' ')}`);
        if (reading.kind === 'command' && 'goal' in reading.command)
          expect(reading.command.goal).toMatch(/^[a-z0-9-]{1,64}$/);
      }),
    );
  });
});

describe('the payload of a comment', () => {
  const user = { login: 'ann', type: 'User' };
  const payload = { action: 'created', issue: { number: 7 }, comment: { id: 4711, body: 'Hi.', user } };

  test('is read as far as it is needed', () => {
    expect(readCommentEvent({ ...payload, sender: {}, repository: {} })).toEqual({
      kind: 'value',
      value: {
        action: 'created',
        issue: 7,
        id: 4711,
        body: 'Hi.',
        author: 'ann',
        isBot: false,
        isOfReview: false,
      },
    });
  });

  test.each([
    [{ ...user, type: 'Bot' }, true],
    [{ login: 'github-actions[bot]' }, true],
    [user, false],
  ])('tells a bot: %j', (author, isBot) => {
    const read = readCommentEvent({ ...payload, comment: { ...payload.comment, user: author } });
    expect(read).toMatchObject({ kind: 'value', value: { isBot } });
  });

  test.each([
    [null, 'the whole payload'],
    ['comment', 'the whole payload'],
    [[], 'issue'],
    [{}, 'action'],
    [{ ...payload, issue: { number: '7' } }, 'issue.number'],
    [{ ...payload, comment: { ...payload.comment, id: 1.5 } }, 'comment.id'],
    [{ ...payload, comment: { ...payload.comment, body: null } }, 'comment.body'],
  ])('%j is refused with the field', (bad, field) => {
    const reading = readCommentEvent(bad);
    const words = reading.kind === 'wrong' ? reading.problem.message : '';
    expect(words).toContain(field === 'issue' ? 'the event is not an issue_comment' : field);
  });
});
