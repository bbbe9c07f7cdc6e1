import { PROGRAM } from '../../core/text/program.ts';

/** Where a text is read: each place has another way to reach the agent. */
export type Reader = 'github' | 'terminal';

interface Ways {
  readonly stop: string;
  readonly resume: string;
}

const WAYS: Readonly<Record<Reader, Ways>> = {
  github: {
    stop: 'write the comment `/wakeful stop <reason>` on any issue or pull request',
    resume: 'write the comment `/wakeful resume` on any issue or pull request',
  },
  terminal: { stop: `\`${PROGRAM} stop "<reason>"\``, resume: `\`${PROGRAM} resume\`` },
};

/** How somebody who reads there stops the agent and lets it run again. */
export function waysTo(reader: Reader): Ways {
  return WAYS[reader];
}
