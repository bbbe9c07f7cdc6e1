import type { EvaluationCase } from '../../../eval/case.ts';
import type { Outcome } from '../../../eval/outcome.ts';
import { type EvaluationMeans, playCase } from '../../../eval/play-case.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { ManualClock } from './manual-clock.ts';
import { NIGHT } from './night.ts';

/** What a run with such a model needs: a clock that moves a second for each call, and no chance. */
export function meansOf(behave: Behaviour): EvaluationMeans {
  const clock = new ManualClock(NIGHT);
  let nonces = 0;
  return {
    model: modelOf(behave, () => clock.advance(1_000)),
    clock,
    random: { nonce: () => (++nonces).toString(16).padStart(32, '0'), fraction: () => 0.5 },
    secrets: ['sk-secret-value-123456'],
  };
}

export function played(planted: EvaluationCase, behave: Behaviour): Promise<Outcome> {
  return playCase(planted, meansOf(behave));
}
