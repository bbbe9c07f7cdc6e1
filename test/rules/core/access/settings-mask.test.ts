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
