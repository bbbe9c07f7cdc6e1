import { describe, expect, it } from 'vitest';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import { knownPrice, PRICES_READ } from '../../../src/core/money/known-prices.ts';
import { type SettingsChoices, settingsText } from '../../../src/install/settings-text.ts';
import { OWN_RELEASE } from '../../support/git/own-release.ts';

const CHOICES: SettingsChoices = {
  model: 'gpt-5-mini',
  baseUrl: null,
  price: null,
  usdPerMonth: null,
  goalsFolder: 'goals',
};
const read = (change: Partial<SettingsChoices>) =>
  settingsInUse(settingsText(OWN_RELEASE, { ...CHOICES, ...change }));

describe('the settings of an installation', () => {
  it('are valid, and hold what was chosen', () => {
    const { settings, problems } = read({
      model: 'qwen 3: big',
      baseUrl: 'http://localhost:11434/v1',
      price: { in: 0.1, out: 0.5, cachedIn: 0.01 },
      usdPerMonth: 2.5,
      goalsFolder: '.github/goals',
    });
    expect(problems).toEqual([]);
    expect(settings.models['default']).toMatchObject({
      model: 'qwen 3: big',
      baseUrl: 'http://localhost:11434/v1',
      price: { in: 0.1, out: 0.5, cachedIn: 0.01 },
    });
    expect([settings.budget.usdPerMonth, settings.goalsFolder]).toEqual([2.5, '.github/goals']);
  });

  it('limit no dollars where no price is known', () => {
    const { settings, problems } = read({});
    expect([problems, settings.budget.usdPerMonth, settings.models['default']?.price]).toEqual([
      [],
      null,
      null,
    ]);
  });

  it('say where a price was read, and when', () => {
    const price = { in: 0.25, out: 2, source: PRICES_READ };
    expect(settingsText(OWN_RELEASE, { ...CHOICES, price })).toContain(
      `# USD per million tokens, ${PRICES_READ.on}, ${PRICES_READ.at}`,
    );
  });
});

describe('the price of a model', () => {
  it('is known at its maker alone', () => {
    expect(knownPrice('gpt-5-mini', null)).toEqual({ in: 0.25, out: 2, cachedIn: 0.025 });
    expect(knownPrice('gpt-5-mini', 'https://api.openai.com/v1')).not.toBeNull();
    expect(knownPrice('gpt-5-mini', 'https://llm.example.org/v1')).toBeNull();
    expect(knownPrice('constructor', null)).toBeNull();
  });
});
