import { useState } from 'preact/hooks';
import type { NightTruth } from './night-shift.ts';

const QUESTIONS = [
  { fact: 'answered', text: 'How many letters have been answered?' },
  { fact: 'unreadable', text: 'Which letter can nobody read? (its number)' },
  { fact: 'killed', text: 'How many runs died before they had ended?' },
] as const satisfies readonly { readonly fact: keyof NightTruth; readonly text: string }[];

/** Asks what happened, and compares the answers with what the world knows. */
export function Reconstruction({ truth }: { readonly truth: NightTruth }) {
  const [checked, setChecked] = useState<Readonly<Record<string, string>> | null>(null);
  const check = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const entries = [...new FormData(event.currentTarget)];
    setChecked(Object.fromEntries(entries.map(([name, value]) => [name, String(value)])));
  };
  return (
    <form class="reconstruction" onSubmit={check}>
      <h3>What happened?</h3>
      <p class="quiet">Look at the log, the status and the alerts below, then check what you make of them.</p>
      {QUESTIONS.map(({ fact, text }) => (
        <label key={fact}>
          <span>{text}</span>
          <input type="number" name={fact} min={0} required />
        </label>
      ))}
      <div class="buttons">
        <button type="submit" class="main">
          Check
        </button>
      </div>
      <div role="status">
        <ul>
          {checked === null
            ? null
            : QUESTIONS.map(({ fact, text }) => (
                <li key={fact}>
                  {`${text} ${Number(checked[fact]) === truth[fact] ? 'Right' : 'Not quite'}: ${truth[fact]}.`}
                </li>
              ))}
        </ul>
      </div>
    </form>
  );
}
