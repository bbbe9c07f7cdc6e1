import { expect } from 'vitest';
import { disturbEverywhere, type Scenario } from '../support/crash-table.ts';
import { goalText, Night, PLAIN, QUEUE, QUEUE_FILES } from '../support/night.ts';
import { Freezer } from '../support/steps.ts';
import { type Behaviour, diligent, modelOf } from '../support/test-model.ts';
import { told } from '../support/wishes.ts';

const FILES = Object.keys(QUEUE_FILES);
const HALF_HOUR = 1_800_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const givesUp: Behaviour = () => [['give_up', { reason: 'It cannot be done.' }]];

/** Writes half of it, notes that, and asks for more calls than there are; goes on from a note. */
const slow: Behaviour = (facts) => {
  const isContinued = facts.question.messages.some(({ content }) => content.includes('half of it is there'));
  if (isContinued) return facts.turn === 0 ? [['write_file', { path: 'docs/end.md', text: 'End.\n' }]] : [['finish', { summary: 'Ended.' }]];
  return [['note', { text: 'half of it is there' }], ['write_file', { path: `docs/half-${facts.turn}.md`, text: 'Half.\n' }]];
};

/** The usual model, which uses so many tokens for each answer. */
const thirsty =
  (tokens: number): Behaviour =>
  (facts) => {
    const turn = diligent(facts);
    return { kind: 'answer', content: '', finish: 'tool_calls', usage: { tokensIn: tokens, tokensOut: 0 }, toolCalls: ... };
  };
