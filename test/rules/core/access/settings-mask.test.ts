import { expect, test } from 'vitest';
import { maskFor } from '../../../../src/core/access/settings-mask.ts';

test('a mask of the settings knows their patterns, passwords in their addresses, and what is secret anyway', async () => {
  const model = { model: 'm', price: null, maxOutputTokens: 100 };
  const models = {
    default: { ...model, baseUrl: 'https://ann:kept-here@models.example.org/v1' },
    other: { ...model, baseUrl: null },
  };
  const mask = await maskFor({ secretPatterns: ['corp-[0-9]{6}'], models }, ['s3cret-value']);
  expect(mask.mask('corp-123456 s3cret-value https://ann:kept-here@x')).toBe(
    '[masked] [masked] https://ann:[masked]@x',
  );
});

test('a mask is made once for the same secrets, and anew for others', async () => {
  const settings = { secretPatterns: ['corp-[0-9]{6}'], models: {} };
  const one = await maskFor(settings, ['s3cret-value']);
  expect(await maskFor(settings, ['s3cret-value'])).toBe(one);
  const other = await maskFor(settings, ['an0ther-value']);
  expect(other.mask('s3cret-value an0ther-value corp-123456')).toBe('s3cret-value [masked] [masked]');
  const without = await maskFor({ ...settings, secretPatterns: [] }, ['s3cret-value']);
  expect(without.mask('s3cret-value corp-123456')).toBe('[masked] corp-123456');
});
