import { expect, test } from 'vitest';
import { createMask } from '../../../../src/core/access/mask.ts';
import { maskedRecord } from '../../../../src/core/access/masked-record.ts';

const mask = createMask({ values: ['s3cret-value'], patterns: [] });

test('a record that holds nothing to mask is given back as it is, and so are the parts of one that does', () => {
  const plain = { title: 'A title', labels: ['bug', 'docs'], days: ['2026-11-22'], inner: { count: 1 } };
  expect(maskedRecord(plain, mask)).toBe(plain);
  const masked = maskedRecord({ plain, note: 'It is s3cret-value.', list: ['s3cret-value'] }, mask);
  expect(masked).toEqual({ plain, note: 'It is [masked].', list: ['[masked]'] });
  expect(masked.plain).toBe(plain);
});
