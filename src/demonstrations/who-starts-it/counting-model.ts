import type { ModelProvider } from '../../ports.ts';
import { modelOf } from '../../simulation/model/behaviour.ts';

export const COUNT_FILE = 'count.md';

/** Reads the file of counts, adds one line to it, and finishes. `chooseRemark` says what the line says. */
export function countingModel(chooseRemark: () => string): ModelProvider {
  return modelOf(({ turn, question }) => {
    if (turn === 0) return [['read_file', { path: COUNT_FILE }]];
    if (turn > 1) return [['finish', { summary: 'Counted this run.' }]];
    const read = question.messages.at(-1)?.content ?? '';
    const lines = [...read.matchAll(/Run \d+: .*/g)].map(([line]) => line);
    lines.push(`Run ${lines.length + 1}: ${chooseRemark()}`);
    return [['write_file', { path: COUNT_FILE, text: `# Counts\n\n${lines.join('\n')}\n` }]];
  });
}
