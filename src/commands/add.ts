import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseGoalFile } from '../config/goal/goal-file.ts';
import { filled, type Recipe } from '../config/recipe/recipe-file.ts';
import { nearestName } from '../config/yaml/nearest-name.ts';
import { protectedBySettings } from '../core/access/protected-by-settings.ts';
import { PROGRAM } from '../core/text/program.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { RECIPE_TEXTS } from '../report/terminal/recipe-texts.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { ownFoldersIn, readWorkTreeGoals } from './worlds/goal-folder.ts';
import { recipesIn } from './worlds/recipe-folder.ts';
import { workTreeRoot } from './worlds/rehearsal-folder.ts';

const HELP = `
${PROGRAM} add <recipe> [name=value ...] [--as <goal>] [--json]

Writes a goal that comes with Wakeful into the folder of your goals. Commit it in a pull
request: there you see what it may do, and the most it can cost. ${PROGRAM} recipes lists
them, with what each asks.

  name=value           an answer, e.g. sources=lib/** [what the recipe says]
  --as <goal>          the name of the goal [that of the recipe]
  --json               print it as one JSON document
`;

export const add: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { as: 'text', json: 'flag' });
  const recipe = named(await recipesIn(terminal.home), words[0]);
  const text = textOf(recipe, answersIn(words.slice(1)));
  const root = await workTreeRoot(terminal.folder);
  const { settings } = await readWorkTreeGoals(root);
  if (options.as !== null && /[^a-z0-9-]/.test(options.as))
    throw new UsageError(RECIPE_TEXTS.badName(options.as));
  const file = `${settings.goalsFolder}/${options.as ?? recipe.id}.yml`;
  const isProtected = await protectedBySettings(settings);
  const agentFolders = await ownFoldersIn(root);
  const reading = parseGoalFile({ ...{ file, blob: '', text, settings, isProtected, agentFolders } });
  if (reading.kind === 'problems') {
    for (const problem of reading.problems) print(terminal, `${formatProblem(problem)}\n`);
    return EXIT_NEEDS_PERSON;
  }
  await makeFolder(root, settings.goalsFolder);
  await writeNew(join(root, file), text, file);
  if (options.json) writeJson(terminal, { recipe: recipe.id, file });
  else print(terminal, RECIPE_TEXTS.added(file));
  return 0;
}

function named(all: readonly Recipe[], name: string | undefined): Recipe {
  if (name === undefined) throw new UsageError(RECIPE_TEXTS.nameOne);
  const found = all.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const ids = all.map(({ id }) => id);
  throw new UsageError(RECIPE_TEXTS.unknown(name, nearestName(name, ids), ids));
}

function answersIn(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 1) throw new UsageError(RECIPE_TEXTS.noAnswer(word));
      return [word.slice(0, at), word.slice(at + 1)] as const;
    }),
  );
}

function textOf(recipe: Recipe, answers: ReadonlyMap<string, string>): string {
  const filling = filled(recipe, answers);
  if (filling.kind === 'filled') return filling.text;
  const asked = recipe.questions.map(({ name }) => name);
  throw new UsageError(
    filling.kind === 'unknown'
      ? RECIPE_TEXTS.notAsked(recipe.id, filling.names, asked)
      : RECIPE_TEXTS.unusable(filling.names),
  );
}

/** A repository that somebody has cloned may bring a link in its place, also of a folder above it. */
async function makeFolder(root: string, folder: string): Promise<void> {
  const top = await realpath(root);
  let place = top;
  for (const name of folder.split('/')) {
    await mkdir(join(place, name)).catch(ignoreExisting);
    place = await realpath(join(place, name)).catch(() => '');
    if (!place.startsWith(`${top}${sep}`)) throw new UsageError(RECIPE_TEXTS.isOutside(folder));
  }
}

/** Never over a goal that is there. */
async function writeNew(path: string, text: string, file: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if (isExisting(error)) throw new UsageError(RECIPE_TEXTS.isThere(file));
    throw error;
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function ignoreExisting(error: unknown): void {
  if (!isExisting(error)) throw error;
}
