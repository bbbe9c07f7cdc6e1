import { useEffect, useState } from 'preact/hooks';
import { simulate } from '../../simulation/simulate.ts';
import { settleInBrowser } from '../playback/settle.ts';

/** A part of a day is played of each seed. */
const DAYS = 0.25;

/** Plays one seed after the other, each with everything that can go wrong, until one breaks an invariant. */
export function FaultFinder({ first }: { readonly first: number }) {
  const [isLooking, setLooking] = useState(false);
  const [next, setNext] = useState(first);
  const [found, setFound] = useState('');
  useEffect(() => {
    if (!isLooking) return;
    let isLeft = false;
    void simulate({ seed: next, days: DAYS, settle: settleInBrowser() }).then(({ breaches }) => {
      if (isLeft) return;
      const [breach] = breaches;
      if (breach === undefined) return setNext(next + 1);
      setFound(`Seed ${next} breaks ${breach.invariant}: ${breach.detail}`);
      setLooking(false);
    });
    return () => {
      isLeft = true;
    };
  }, [isLooking, next]);
  const played = next - first;
  return (
    <section>
      <h3>Find me a fault</h3>
      <p class="quiet">
        Plays seeds with everything that can go wrong: kills, freezes, lost answers, people, a model that
        misbehaves.
      </p>
      <div class="buttons">
        <button type="button" onClick={() => setLooking(!isLooking)}>
          {isLooking ? 'Stop looking' : 'Look for a fault'}
        </button>
        <span role="status">{found === '' ? `Seeds played without a fault: ${played}.` : found}</span>
      </div>
      <p class="quiet">
        On your machine: <code>{`npm run simulate -- --seed ${next} --days ${DAYS}`}</code>
      </p>
    </section>
  );
}
