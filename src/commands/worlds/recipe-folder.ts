import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recipe, readRecipe } from '../../config/recipe/recipe-file.ts';

/** The recipes that come with Wakeful, in order. `home`: where its own files lie. */
export async function recipesIn(home: string): Promise<readonly Recipe[]> {
  const folder = join(home, 'recipes');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml'));
  const ids = names.map((name) => name.slice(0, -'.yml'.length)).sort();
  return Promise.all(
    ids.map(async (id) => readRecipe(id, await readFile(join(folder, `${id}.yml`), 'utf8'))),
  );
}
