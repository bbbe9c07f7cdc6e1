import type { Behaviour } from '../../../src/simulation/model/behaviour.ts';

/** Writes one line that names the item, the goal and the window into a file of the item's own, then finishes. */
export const diligent: Behaviour = ({ item, turn, question }) => {
  const path = item === 'the whole window' ? 'docs/index.md' : item;
  const text = question.messages.map((message) => message.content).join('\n');
  const task = `${/^Goal: (.*)$/m.exec(text)?.[1]}, ${/^Window: (.*)$/m.exec(text)?.[1]}`;
  if (turn === 0) return [['write_file', { path, text: `Looked after: ${item} (${task})\n` }]];
  return [['finish', { summary: `Looked after ${item}.` }]];
};

/** Each element and each window has a file of its own, and a summary that names it. */
export const named: Behaviour = ({ item, turn, question }) => {
  const text = question.messages.map((message) => message.content).join('\n');
  const name = `${item} ${/^Window: (.*)$/m.exec(text)?.[1]}`.replace(/[^a-z0-9]+/gi, '-');
  if (turn > 0) return [['finish', { summary: `Looked after ${name}.` }]];
  return [['write_file', { path: `docs/${name}.txt`, text: `${name}\n` }]];
};
