import { dispatch } from '../dispatch.ts';
import type { Output } from '../terminal/command.ts';
import type { ActionCall } from './call.ts';
import { report, say } from './say.ts';

const WIDTH = 100;

/** A whole wake on what is checked out, against a stand-in for GitHub. Nothing leaves the runner but what a model is asked. */
export async function rehearseOnRunner(call: ActionCall): Promise<number> {
  const { inputs, facts, mask, secrets } = call;
  const lines: string[] = [];
  const output = (keep: boolean): Output => ({
    write(text) {
      if (keep) lines.push(text);
      for (const line of text.replace(/\n$/, '').split('\n')) say(call, line);
    },
    isTerminal: false,
    width: WIDTH,
  });
  const stop = inputs.stop === '' ? [] : ['--stop', inputs.stop];
  const terminal = {
    out: output(true),
    err: output(false),
    folder: facts.workspace,
    program: 'npm start --',
    home: '',
    ask: null,
    isPlain: true,
    mask,
    secrets,
  };
  const code = await dispatch(['rehearse', ...stop], terminal);
  const quoted = lines
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
  const summary = `## A rehearsal\n\n${quoted.join('\n')}\n`;
  await report(call, { outputs: {}, notes: [], summary });
  return code;
}
