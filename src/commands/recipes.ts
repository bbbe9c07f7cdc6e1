import { PROGRAM } from '../core/text/program.ts';
import { RECIPE_TEXTS } from '../report/terminal/recipe-texts.ts';
import { type Command, type CommandCall, print, writeJson } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { recipesIn } from './worlds/recipe-folder.ts';

const HELP = `
${PROGRAM} recipes [--json]

Lists the goals that come with Wakeful for other repositories, and what each asks.
${PROGRAM} add <recipe> writes one into the folder of your goals.

  --json               print it as one JSON document
`;

export const recipes: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { json: 'flag' });
  refuseWords(words);
  const all = await recipesIn(terminal.home);
  if (options.json)
    writeJson(terminal, { recipes: all.map(({ id, title, questions }) => ({ id, title, questions })) });
  else for (const recipe of all) print(terminal, RECIPE_TEXTS.entry(recipe));
  return 0;
}
