import { expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import { fine, hidden, problem } from '../../../src/core/health/finding.ts';
import { doctorText } from '../../../src/report/terminal/doctor.ts';
import { displayWidth } from '../../../src/report/words/display-width.ts';

const STYLE = { width: 60, paint: createPaint(false) };

it('has a line each, wrapped, with what would be right below it', () => {
  const text = doctorText(
    [
      fine('remote', 'it can be read'),
      problem(
        'issues',
        'Issues are switched off, so alerts reach nobody.',
        'Settings → General → Features: tick Issues.',
      ),
      hidden('model key', 'The names of secrets are not told.', 'a secret OPENAI_API_KEY'),
    ],
    STYLE,
  );
  expect(text).toBe(
    `ok       remote: it can be read.
problem  issues: Issues are switched off, so alerts reach
         nobody.
         What to do: Settings → General → Features: tick
         Issues.
unknown  model key: The names of secrets are not told.
         What to do: A secret OPENAI_API_KEY.

1 problem needs a person and 1 thing could not be looked at.
`.replace('it can be read', 'It can be read'),
  );
  for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
});

it('says that there is no problem, and lets no text of others move the cursor', () => {
  const text = doctorText([fine('state/STOP', 'It says: \u001B[2Jgone\rback')], STYLE);
  expect(text).toContain('No problem was found.');
  for (const control of ['\r', '\u001B']) expect(text).not.toContain(control);
});
