import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Halt } from '../../../../src/core/ending.ts';
import { Meter } from '../../../../src/core/money/meter.ts';

const LIMITS = { tokens: 'limits.tokens', dollars: 'limits.usd_per_day' };
const PRICE = { in: 0.25, out: 2 };
/** Not exact in binary. */
const ODD_PRICE = { in: 0.1, out: 0.7 };

function startedMeter(tokens: number, usdMicros: number | null = null): Meter {
  const meter = new Meter({ tokens, usdMicros, price: usdMicros === null ? null : PRICE, limits: LIMITS });
  meter.startItem(20);
  return meter;
}

function endingOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Halt) return error.ending;
    throw error;
  }
  return 'none';
}

describe('a call of which the server says more', () => {
  const usage = { tokensIn: 10_000, tokensOut: 1_000, cachedIn: 9_000, reasoningOut: 800 };

  function charged(price: { in: number; out: number; cachedIn?: number; reasoningOut?: number }) {
    const meter = new Meter({ tokens: 50_000, usdMicros: 1_000_000, price, limits: LIMITS });
    meter.startItem(20);
    meter.charge({ promptBytes: 20_000, maxTokens: 2_000, usage, isCharged: true });
    return meter.spent;
  }

  it.each([
    ['all of it at the same price', { in: 2, out: 8 }, 28_000],
    ['the cache at its own price', { in: 2, out: 8, cachedIn: 0.2 }, 11_800],
    ['a cache that costs nothing', { in: 2, out: 8, cachedIn: 0 }, 10_000],
    ['thinking at its own price', { in: 2, out: 8, reasoningOut: 10 }, 29_600],
  ])('costs %s', (_, price, usdMicros) => {
    expect(charged(price)).toEqual({
      ...{ tokens: 11_000, usdMicros, calls: 1 },
      ...{ cachedTokens: 9_000, reasoningTokens: 800 },
    });
  });

  it('is allowed only where it fits at the dearer price', () => {
    const price = { in: 1, out: 1, cachedIn: 0.1, reasoningOut: 4 };
    const meter = new Meter({ tokens: 1_000_000, usdMicros: 3_000, price, limits: LIMITS });
    meter.startItem(20);
    expect(meter.allow(1_000, 4_096)).toBe(500);
  });
});

describe('allow', () => {
  it('gives what was wanted while it fits', () => {
    expect(startedMeter(50_000).allow(6_000, 4_096)).toBe(4_096);
  });

  it('gives no more than the tokens left after the prompt at one token a byte', () => {
    expect(startedMeter(7_000).allow(6_000, 4_096)).toBe(1_000);
  });

  it('gives no more than the dollars left can pay for', () => {
    // 4,000 bytes cost 1,000 micros; the other 1,000 buy 500 tokens at 2 each.
    expect(startedMeter(1_000_000, 2_000).allow(4_000, 4_096)).toBe(500);
  });

  it('ends as budget_spent below 256 tokens, and not at 256', () => {
    expect(startedMeter(1_256).allow(1_000, 4_096)).toBe(256);
    expect(endingOf(() => startedMeter(1_255).allow(1_000, 4_096))).toBe('budget_spent');
  });

  it('ends as budget_spent when the dollars do not pay for the prompt', () => {
    expect(endingOf(() => startedMeter(1_000_000, 100).allow(4_000, 4_096))).toBe('budget_spent');
  });

  it('does not refuse a model whose answers are meant to be shorter than 256 tokens', () => {
    expect(startedMeter(10_000).allow(1_000, 100)).toBe(100);
  });

  it('ends as call_limit when the calls of the item are used up, and starts afresh for the next item', () => {
    const meter = new Meter({ tokens: 10_000, usdMicros: null, price: null, limits: LIMITS });
    meter.startItem(1);
    meter.charge({ promptBytes: 10, maxTokens: 10, usage: null, isCharged: true });
    expect(endingOf(() => meter.allow(10, 300))).toBe('call_limit');
    meter.startItem(1);
    expect(meter.allow(10, 300)).toBe(300);
  });

  it.each([
    ['limits.tokens', startedMeter(1_000)],
    ['limits.usd_per_day', startedMeter(100_000, 300)],
  ])('names the limit that a person would have to raise: %s', (limit, meter) => {
    expect(() => meter.allow(900, 300)).toThrow(`(${limit})`);
  });

  it('allows nothing before an item has started', () => {
    expect(
      endingOf(() =>
        new Meter({ tokens: 10_000, usdMicros: null, price: null, limits: LIMITS }).allow(1, 300),
      ),
    ).toBe('call_limit');
  });
});

describe('charge', () => {
  it('books what the server says it used', () => {
    const meter = startedMeter(50_000, 1_000_000);
    const usage = { tokensIn: 1_000, tokensOut: 200 };
    expect(meter.charge({ promptBytes: 4_000, maxTokens: 1_000, usage, isCharged: true })).toEqual({
      tokens: 1_200,
      usdMicros: 650,
      hasOverspent: false,
    });
    expect(meter.spent).toEqual({ tokens: 1_200, usdMicros: 650, calls: 1 });
  });

  it('books the worst case of a call that was sent and not answered', () => {
    const meter = startedMeter(50_000, 1_000_000);
    meter.charge({ promptBytes: 4_000, maxTokens: 1_000, usage: null, isCharged: true });
    expect(meter.spent).toEqual({ tokens: 5_000, usdMicros: 3_000, calls: 1 });
  });

  it('books a refused connection as nothing, and as no call', () => {
    const meter = startedMeter(50_000, 1_000_000);
    meter.charge({ promptBytes: 4_000, maxTokens: 1_000, usage: null, isCharged: false });
    expect(meter.spent).toEqual({ tokens: 0, usdMicros: 0, calls: 0 });
  });

  it('books usage beyond the allowance, says so, and lets no call through that could do so again', () => {
    const meter = startedMeter(20_000);
    const usage = { tokensIn: 1_000, tokensOut: 9_000 };
    expect(meter.charge({ promptBytes: 4_000, maxTokens: 1_000, usage, isCharged: true })).toMatchObject({
      tokens: 10_000,
      hasOverspent: true,
    });
    expect(endingOf(() => meter.allow(10, 300))).toBe('budget_spent');
    meter.startItem(20);
    expect(endingOf(() => meter.allow(10, 300))).toBe('budget_spent');
  });

  it('calls it overspent when the tokens fit and the dollars do not', () => {
    const usage = { tokensIn: 100, tokensOut: 4_000 };
    expect(
      startedMeter(50_000, 1_000_000).charge({ promptBytes: 4_000, maxTokens: 1_000, usage, isCharged: true })
        .hasOverspent,
    ).toBe(true);
  });

  it('rounds parts of a millionth of a dollar up', () => {
    const usage = { tokensIn: 1, tokensOut: 0 };
    expect(
      startedMeter(50_000, 1_000).charge({ promptBytes: 10, maxTokens: 1, usage, isCharged: true }).usdMicros,
    ).toBe(1);
  });

  it('keeps the share of an item apart from the whole', () => {
    const meter = startedMeter(50_000);
    meter.charge({ promptBytes: 100, maxTokens: 10, usage: null, isCharged: true });
    meter.startItem(5);
    meter.charge({ promptBytes: 200, maxTokens: 10, usage: null, isCharged: true });
    expect(meter.item).toEqual({ tokens: 210, usdMicros: 0, calls: 1 });
    expect(meter.spent).toEqual({ tokens: 320, usdMicros: 0, calls: 2 });
    expect(meter.left()).toEqual({ tokens: 49_680, usdMicros: null, calls: 4 });
  });
});

it('never spends more than it was given, whatever honest servers answer', () => {
  const call = fc.record({
    promptBytes: fc.integer({ min: 0, max: 5_000 }),
    wanted: fc.integer({ min: 1, max: 8_000 }),
    inPart: fc.double({ min: 0, max: 1, noNaN: true }),
    outPart: fc.double({ min: 0, max: 1, noNaN: true }),
    answer: fc.constantFrom('usage', 'silent', 'refused'),
  });
  const bounds = fc.record({
    tokens: fc.integer({ min: 0, max: 30_000 }),
    usdMicros: fc.option(fc.integer({ min: 0, max: 30_000 })),
  });
  fc.assert(
    fc.property(bounds, fc.array(call, { maxLength: 30 }), ({ tokens, usdMicros }, calls) => {
      const meter = new Meter({ tokens, usdMicros, price: ODD_PRICE, limits: LIMITS });
      meter.startItem(1_000);
      for (const { promptBytes, wanted, inPart, outPart, answer } of calls) {
        if (endingOf(() => meter.allow(promptBytes, wanted)) !== 'none') continue;
        const maxTokens = meter.allow(promptBytes, wanted);
        const usage = {
          tokensIn: Math.floor(promptBytes * inPart),
          tokensOut: Math.floor(maxTokens * outPart),
        };
        meter.charge({
          promptBytes,
          maxTokens,
          usage: answer === 'usage' ? usage : null,
          isCharged: answer !== 'refused',
        });
      }
      expect(meter.spent.tokens).toBeLessThanOrEqual(tokens);
      if (usdMicros !== null) expect(meter.spent.usdMicros).toBeLessThanOrEqual(usdMicros);
    }),
  );
});

describe('a second reader', () => {
  const price = { in: 10, out: 20 };

  it('is allowed and charged at its own price, within what was set aside', () => {
    const meter = startedMeter(100_000, 10_000);
    expect(meter.allow(400, 1_000, price)).toBe(300);
    expect(endingOf(() => meter.allow(900, 1_000, price))).toBe('budget_spent');
    const usage = { tokensIn: 400, tokensOut: 50 };
    meter.charge({ promptBytes: 500, maxTokens: 250, usage, isCharged: true, reader: { price } });
    expect(meter.spent).toEqual({ tokens: 450, usdMicros: 5_000, calls: 1, readerTokens: 450 });
  });

  it('that does not answer costs what it could have', () => {
    const meter = startedMeter(100_000, 10_000);
    meter.charge({ promptBytes: 500, maxTokens: 250, usage: null, isCharged: true, reader: { price } });
    expect(meter.spent).toEqual({ tokens: 750, usdMicros: 10_000, calls: 1, readerTokens: 750 });
    expect(endingOf(() => meter.allow(1, 300, price))).toBe('budget_spent');
  });
});
