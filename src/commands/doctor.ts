import { createOpenAiModels } from '../adapters/openai-model.ts';
import { childEnvironment, environment, systemClock } from '../adapters/runner.ts';
import { openSandbox } from '../adapters/sandbox.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import { PROGRAM } from '../core/text/program.ts';
import { examine } from '../oversight/doctor/doctor.ts';
import { REMOTE_TEXTS } from '../report/terminal/command-texts.ts';
import { doctorText } from '../report/terminal/doctor.ts';
import { wrapToWidth } from '../report/words/display-width.ts';
import { type Command, type CommandCall, EXIT_NEEDS_PERSON, print, writeJson } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { identityOf, openGitHubAccess } from './worlds/github-access.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS, type StateRemote } from './worlds/state-remote.ts';
import { openReadingWorld } from './worlds/world.ts';

const HELP = `
${PROGRAM} doctor [options]

Checks whether everything is set up, changes nothing, and says exactly what to change: git
and the state branch, goals and settings, the workflows, what the repository and its rulesets
allow, the key of the model, stops, the sandbox. With a token in GITHUB_TOKEN or GH_TOKEN
(for GitHub Enterprise Server GH_ENTERPRISE_TOKEN) it sees more. It names what the token does
not let it see. It exits with 1 when something needs a person.
${REMOTE_HELP}
  --model              try what goals need of each model that they use, in two short calls,
                       which costs a little: a tool, its result, the limit of an answer
  --json               print the findings as one JSON document
`;

export const doctor: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, model: 'flag', json: 'flag' });
  refuseWords(words);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const { openaiKey, openaiBaseUrl, openaiModel } = environment();
  const sandbox = openSandbox({
    clock: systemClock({ offsetMs: 0 }),
    path: childEnvironment()['PATH'] ?? '',
  });
  const github = await openGitHubAccess(remote);
  try {
    const known = { name: remote.repository, id: null };
    const { id } = await identityOf(github.access, known, signal);
    const findings = await examine({
      world: { state: world.state, sandbox },
      repository: remote.repository,
      repositoryId: id,
      access: github.access,
      isRehearsal: remote.kind === 'rehearsal',
      model: options.model ? createOpenAiModels({ key: openaiKey === '' ? null : openaiKey }) : null,
      overrides: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
      signal,
    });
    const source = sourceOf(remote);
    const style = styleOf(terminal);
    const at = await terminalAt(terminal, remote.settings);
    const shown = maskedRecord({ source, findings }, at.mask);
    if (options.json) writeJson(at, shown);
    else
      print(
        at,
        `${wrapToWidth(shown.source, style.width).join('\n')}\n\n${doctorText(shown.findings, style)}`,
      );
    return findings.some(({ verdict }) => verdict === 'problem') ? EXIT_NEEDS_PERSON : 0;
  } finally {
    await github.close();
    await close();
  }
}

/** What a rehearsal lacks says nothing about the real repository. */
function sourceOf({ kind, sentence, repository }: StateRemote): string {
  if (kind === 'remote') return sentence;
  return REMOTE_TEXTS.rehearsalOnly(sentence, repository);
}
