import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { parseGoalFile } from '../config/goal/goal-file.ts';
import { misplaced } from '../config/goal/goal-files.ts';
import { parseSettingsFile } from '../config/settings/settings-file.ts';
import { protectedBySettings } from '../core/access/protected-by-settings.ts';
import type { Settings } from '../core/settings.ts';
import { PROGRAM } from '../core/text/program.ts';
import { formatProblem, type Problem, sortProblems } from '../report/problems/problem.ts';
import { COMMAND_TEXTS, USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { count } from '../report/words/sentences.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { ownFoldersIn, readWorkTreeGoals, storedFile } from './worlds/goal-folder.ts';
import { notesOnGoals } from './worlds/notes-on-goals.ts';
import { workTreeRoot } from './worlds/rehearsal-folder.ts';

const HELP = `
${PROGRAM} validate [file ...] [--json]

Checks the goal and settings files of this work tree, or the files that you name. A file named
wakeful.yml is read as settings, every other file as a goal. It shows all mistakes at once,
each as file:line:column with what would be right. What is probably a slip is a note and no
mistake: a glob that matches no file, a limit above another. A goal that can never do anything
is a mistake.

  --json               print it as one JSON document
`;

export const validate: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { json: 'flag' });
  const root = await workTreeRoot(terminal.folder);
  const tree = await readWorkTreeGoals(root);
  const folder = terminal.folder;
  const { notes, problems: useless } =
    words.length === 0 ? await notesOnGoals(root, tree) : { notes: [], problems: [] };
  const checked =
    words.length === 0
      ? { files: tree.files, problems: sortProblems([...tree.problems, ...useless]), none: tree.hasNone }
      : {
          files: words.length,
          problems: await problemsOf(words, { folder, root, settings: tree.settings }),
          none: false,
        };
  const at = await terminalAt(terminal, tree.settings);
  if (options.json) writeJson(at, { files: checked.files, problems: checked.problems, notes });
  else {
    for (const problem of checked.problems) print(at, `${formatProblem(problem)}\n`);
    for (const note of notes) print(at, `${formatProblem(note)}\n`);
    const found = checked.problems.length === 0 ? 'no problems' : count(checked.problems.length, 'problem');
    print(at, `${count(checked.files, 'file')} checked, ${found}.\n`);
    if (checked.none) print(at, `${COMMAND_TEXTS.noGoal(tree.settings.goalsFolder)}\n`);
  }
  return checked.problems.length === 0 && !checked.none ? 0 : EXIT_NEEDS_PERSON;
}

async function problemsOf(
  paths: readonly string[],
  context: { readonly folder: string; readonly root: string; readonly settings: Settings },
): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  const agentFolders = await ownFoldersIn(context.root);
  for (const path of paths) {
    const full = resolve(context.folder, path);
    const isFile = await stat(full).then(
      (facts) => facts.isFile(),
      () => false,
    );
    if (!isFile) throw new UsageError(USAGE_TEXTS.notAFile(path));
    const file = relative(context.folder, full).replaceAll('\\', '/');
    const { blob, text } = await storedFile(full);
    const isSettings = /^wakeful\.ya?ml$/i.test(basename(full));
    const { settings } = context;
    const isProtected = await protectedBySettings(settings);
    const reading = isSettings
      ? parseSettingsFile({ file, text })
      : parseGoalFile({ file, blob, text, settings, isProtected, agentFolders });
    if (reading.kind === 'problems') found.push(...reading.problems);
    const inRoot = relative(context.root, full).replaceAll('\\', '/');
    if (!isSettings && inRoot.startsWith(`${settings.goalsFolder}/`))
      found.push(...misplaced(inRoot, settings).map((problem) => ({ ...problem, file })));
  }
  return sortProblems(found);
}
