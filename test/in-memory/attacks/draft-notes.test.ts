import { expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';

test('a draft begins with what runs in it and what nobody sees in it, whatever the model says of it', async () => {
  const night = await Night.begin({
    goals: { tidy: PLAIN.replace('docs/**', '**') },
  });
  const model = modelOf(
    ({ turn }) =>
      turn === 0
        ? [
            ['write_file', { path: 'package.json', text: '{"scripts": {"postinstall": "node x.js"}}\n' }],
            ['write_file', { path: 'docs/a.md', text: 'Fine.\n\u202enot fine\n' }],
          ]
        : [['finish', { summary: 'A typo.' }]],
    () => {},
  );
  await night.wake({ model });
  const [draft] = night.github.drafts;
  expect(draft?.body).toMatch(/^> \[!WARNING\]\n> \*\*This draft adds characters that cannot be seen/);
  expect(draft?.body).toContain('> - `docs/a.md`, line 2: U+202E\n');
  expect(draft?.body).toMatch(
    /\n\n> \[!IMPORTANT\]\n> \*\*This draft changes files that run.*`package\.json`\.\n\n/,
  );
});
