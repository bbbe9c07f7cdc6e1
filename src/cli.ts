#!/usr/bin/env node
import './commands/terminal/older-node.ts';
import { join } from 'node:path';
import { environment, environmentSecrets } from './adapters/runner.ts';
import { dispatch } from './commands/dispatch.ts';
import { asker } from './commands/terminal/ask.ts';
import type { Output, Terminal } from './commands/terminal/command.ts';
import { startedAs } from './commands/terminal/started-as.ts';
import { createMask } from './core/access/mask.ts';
import { Halt } from './core/ending.ts';
import { withProgram } from './core/text/program.ts';
import { COMMAND_TEXTS } from './report/terminal/command-texts.ts';

const SECRETS = environmentSecrets();
const MASK = createMask({ values: SECRETS, patterns: [] });
/** Of src/ and of dist/ alike. */
const HOME = join(import.meta.dirname, '..');
const PROGRAM_NAME = startedAs({
  event: environment().npmEvent,
  script: process.argv[1] ?? '',
  folder: process.cwd(),
  home: HOME,
});
/** Used where the terminal does not tell. */
const USUAL_WIDTH = 80;

function output(stream: NodeJS.WriteStream): Output {
  // A reader that went away (`| head`) is no fault, and no reason to leave a wake half done.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
  return {
    write: (text) => {
      if (stream.writable) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.columns ?? USUAL_WIDTH;
    },
  };
}

function terminal(): Terminal {
  const { hasNoColor, isCi } = environment();
  return {
    mask: MASK,
    secrets: SECRETS,
    out: output(process.stdout),
    err: output(process.stderr),
    folder: process.cwd(),
    isPlain: hasNoColor || isCi,
    program: PROGRAM_NAME,
    home: HOME,
    ask: asker(),
  };
}

try {
  process.exitCode = await dispatch(process.argv.slice(2), terminal());
} catch (error) {
  const text =
    error instanceof Halt
      ? error.detail
      : COMMAND_TEXTS.defect(error instanceof Error ? String(error.stack) : String(error));
  process.stderr.write(MASK.mask(withProgram(`wakeful: ${text}\n`, PROGRAM_NAME)));
  process.exitCode = 1;
}
