import { describe, expect, it } from 'vitest';
import { restFinder } from '../../../../src/core/access/cut-secrets.ts';
import { readings } from '../../../../src/core/access/ignorable.ts';
import { knownForms } from '../../../../src/core/access/known-forms.ts';
import { cutKeys, privateKeys } from '../../../../src/core/access/private-keys.ts';
import { withoutRest } from '../../../../src/core/text/steps.ts';

describe('a text as it is read', () => {
  it.each([
    ['plain text\n\twith breaks', ['plain text\n\twith breaks']],
    ['a\u200bb\r\nc', ['ab\nc']],
    ['a\u{e0041}b\u00adc', ['abc']],
    ['a\u001b[31mb', ['a[31mb', 'ab']],
    ['a\u001b]0;title\u0007b', ['a]0;titleb', 'ab']],
    ['a\u009b1mb', ['a1mb', 'ab']],
  ])('%j is %j', (text, read) => {
    expect(readings(text).map((each) => each.text)).toEqual(read);
  });

  it('knows where each of its characters stands', () => {
    const [read] = readings('\u200ba\u200b\u200bb\u200b');
    expect(read.placeOf({ from: 0, to: 1 })).toEqual({ from: 1, to: 2 });
    expect(read.placeOf({ from: 0, to: 2 })).toEqual({ from: 1, to: 5 });
    expect(readings('ab')[0].placeOf({ from: 1, to: 2 })).toEqual({ from: 1, to: 2 });
  });
});

describe('the forms of a known value', () => {
  it('are those that programs make of it', () => {
    const value = 'pa/ss "ü" 1';
    const forms = knownForms([value]);
    const json = JSON.stringify(value);
    expect(forms).toContain(json.slice(1, -1));
    expect(forms).toContain(JSON.stringify(json.slice(1, -1)).slice(1, -1));
    expect(forms).toContain('pa%2Fss%20%22%C3%BC%22%201');
    expect(forms).toContain('pa%2fss%20%22%c3%bc%22%201');
    expect(forms).toContain(Buffer.from(value).toString('hex'));
    expect(forms[0]?.length).toBeGreaterThanOrEqual(forms.at(-1)?.length ?? 0);
  });

  it('leave out what is too short', () => {
    expect(knownForms(['abcde', ' ', ''])).toEqual([]);
  });
});

describe('what is left of a value', () => {
  const find = restFinder(['0123456789abcdefghij', 'aaaaaaaaaaaaaaaaaaaa', 'too-short-12']);
  const restsOf = (text: string) => withoutRest(find(text));

  it.each([
    ['x 0123456789abcd', [{ from: 2, to: 16 }]],
    ['x 0123456789abcd… y', [{ from: 2, to: 16 }]],
    ['x 0123456789abcd... y', [{ from: 2, to: 16 }]],
    ['89abcdefghij y', [{ from: 0, to: 12 }]],
    ['x …789abcdefghij y', [{ from: 3, to: 16 }]],
    ['aaaaaaaaaaaaaaa…', [{ from: 0, to: 15 }]],
    ['x 0123456789a', []],
    ['too-short-1', []],
    ['x 0123456789abcd y', []],
  ])('in %j is found', (text, ranges) => {
    expect(restsOf(text)).toEqual(expect.arrayContaining(ranges));
    expect(restsOf(text).length > 0).toBe(ranges.length > 0);
  });
});

describe('private keys', () => {
  const begin = ['-----BEGIN OPENSSH PRIV', 'ATE KEY-----'].join('');
  const end = ['-----END OPENSSH PRIV', 'ATE KEY-----'].join('');

  it('are blocks, and go on to the end without one', () => {
    const text = `a ${begin}\nAAAA\n${end} b ${begin}\nBBBB`;
    expect(privateKeys(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      `${begin}\nAAAA\n${end}`,
      `${begin}\nBBBB`,
    ]);
  });

  it('without their beginning are the lines before the end', () => {
    const text = `(cut) AAAA+/=\nBBBB\n${end} rest`;
    expect(cutKeys(text).map(({ from, to }) => text.slice(from, to))).toEqual([` AAAA+/=\nBBBB\n${end}`]);
    expect(cutKeys(`It ends with:${end}`)).toEqual([]);
  });
});
