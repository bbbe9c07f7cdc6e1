import { lintSource } from '@secretlint/core';
import { creator, rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../../src/core/access/mask.ts';
import { LIKELY, UNMISTAKABLE } from '../../../../src/core/access/token-formats.ts';
import { SECRET_SAMPLES } from './secret-samples.ts';

const MASK = createMask({ values: [], patterns: [] });

describe('known formats', () => {
  it.each(SECRET_SAMPLES)('hide %s', (kind, { text, secret }) => {
    const [before, after] = text.split(secret);
    for (const place of [text, `See ${text}\nand more`, `{"log": "one\\n${text}"}`]) {
      expect(MASK.finds(place)).toBe(kind);
      expect(MASK.mask(place)).not.toContain(secret.slice(-12));
    }
    expect(MASK.mask(`${text}\nand more`)).toBe(`${before}[masked]${after}\nand more`);
  });

  it('have a sample each', () => {
    const sampled = new Set(SECRET_SAMPLES.map(([kind]) => kind));
    expect([...UNMISTAKABLE, ...LIKELY].filter(({ name }) => !sampled.has(name))).toEqual([]);
  });

  it.each([
    ['password: $', '{PASSWORD}'].join(''),
    'password: {{ vault_password2 }}',
    'secret: my-secret-name-v2',
    'token: oauth2_v3_client_token',
    'token = response.headers2.x3_y4_z5;',
    'token: process.env.TOKEN2',
    'api_key: $API_KEY_2',
    'private_key_path: /home/me/.ssh/id_ed25519',
    'Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089',
    'public_key: 08de450a7f3b9c1d2e4f5a6b7c8d9e0f1a2b3c4d',
    'Basic authentication is described below',
    'machine learning, login pages and password fields',
    'docker run -u 1000:1000 --user node:node image',
    'hf_transfer and npm_config_user_agent and sk-learn',
    'https://example.org/maps?key=YOUR_API_KEY_GOES_HERE',
  ])('leave %s alone', (text) => {
    expect(MASK.finds(text)).toBeNull();
  });
});

/** A rule set that others keep: what it knows, the mask must know too. */
describe('the rules of secretlint', () => {
  /** Without the one for comments that switch rules off. */
  const known = rules.map(({ meta }) => meta.id).filter((id) => !id.endsWith('-filter-comments'));

  async function foundIn(
    content: string,
  ): Promise<readonly { readonly rule: string; readonly text: string }[]> {
    const { messages } = await lintSource({
      source: { content, filePath: 'a.json', ext: '.json', contentType: 'text' },
      options: { noPhysicFilePath: true, config: { rules: [{ id: creator.meta.id, rule: creator }] } },
    });
    return messages.map(({ ruleId, range }) => ({ rule: ruleId, text: content.slice(...range) }));
  }

  it('find nothing that a mask has not gone over, and each finds one of the samples', async () => {
    const found = new Set<string>();
    for (const [, { text }] of SECRET_SAMPLES) {
      for (const { rule } of await foundIn(text)) found.add(rule);
      const left = await foundIn(MASK.mask(text));
      expect(left.filter((each) => !each.text.includes('[masked]'))).toEqual([]);
    }
    // A rule that has no sample yet is new: add one, and what the mask needs to hide it.
    expect([...found].sort()).toEqual([...known].sort());
  });
});
