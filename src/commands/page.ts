import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openAddress } from '../adapters/open-file.ts';
import { childEnvironment } from '../adapters/runner.ts';
import { repositoryAddress } from '../config/github/repository-address.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import { PROGRAM } from '../core/text/program.ts';
import { PAGE_TEXTS } from '../report/page/page-texts.ts';
import { count } from '../report/words/sentences.ts';
import { type PageFile, pageFiles } from './page/page-files.ts';
import { pagePlace, writeFiles } from './page/page-place.ts';
import { type Command, type CommandCall, print, printAside, writeJson } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';
import { readStateReport } from './worlds/state-report.ts';

const HELP = `
${PROGRAM} page [options]

Writes a web page about the agent: whether it needs you, what happened, every due time, run
and draft, what was spent, and the whole log to search. It is one file that works from disk
and asks nobody for anything. Whoever gets the file can read all of it.
${REMOTE_HELP}
  --out <file|folder>  write it there [.wakeful/page.html]; a folder gets index.html, a status
                       badge (badge.svg) and an Atom feed of what needs you (needs.xml)
  --open               open it in a browser
  --json               print where it lies as one JSON document
`;

export const page: Command = { help: HELP, run };

const OPTIONS = { ...REMOTE_OPTIONS, out: 'text', open: 'flag', json: 'flag' } as const;

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const signal = new AbortController().signal;
  const place = await pagePlace(terminal.folder, options.out, signal);
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { report, log } = await readStateReport(remote, { days: null }, signal);
  const at = await terminalAt(terminal, remote.settings);
  const files = await pageFiles({
    ...maskedRecord({ report, entries: log.entries }, at.mask),
    site: remote.kind === 'remote' ? repositoryAddress(remote.address) : null,
    silentHours: remote.settings.alerts.silentHours,
  });
  const written = await writeFiles(place, files);
  const address = pathToFileURL(written[0] ?? '').href;
  if (options.json) writeJson(at, { source: remote.sentence, files: written, address });
  else
    print(
      at,
      `${remote.sentence}\n${wrote(written, files, terminal.folder)}\n${PAGE_TEXTS.address(address)}\n`,
    );
  if (options.open && !(await openAddress(address, childEnvironment())))
    printAside(at, `${PAGE_TEXTS.notOpened}\n`);
  return 0;
}

function wrote(paths: readonly string[], files: readonly PageFile[], folder: string): string {
  const bytes = files.slice(0, paths.length).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const shown = paths.map((path) => (path.startsWith(join(folder, '/')) ? relative(folder, path) : path));
  return PAGE_TEXTS.wrote(shown, count(Math.ceil(bytes / 1_000), 'kB', 'kB'));
}
