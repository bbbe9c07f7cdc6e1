import type { CommandResult, SandboxCommand, WorkTree, World } from '../../../src/ports.ts';

/** Runs no process: `lint` reads the files as they stand in the newest work tree. */
export function withLinter(lint: (tree: WorkTree, order: SandboxCommand) => Promise<Partial<CommandResult>>) {
  const commands: string[] = [];
  let tree: WorkTree | null = null;
  const change = (world: World): World => {
    const { workspace } = world;
    const open = workspace.open.bind(workspace);
    workspace.open = async (...start) => {
      tree = await open(...start);
      return tree;
    };
    return {
      ...world,
      sandbox: {
        reasonUnavailable: async () => null,
        run: async (order) => {
          commands.push(order.command);
          if (tree === null) throw new Error('there is no work tree');
          const result = await lint(tree, order);
          return {
            ...{ exitCode: 0, output: '', milliseconds: 5, folder: order.folder, standardOutput: '' },
            ...result,
          };
        },
      },
    };
  };
  return { change, commands };
}

/** Each line that says BAD, as the linter of this format prints it. */
export const printing =
  (print: (places: readonly (readonly [path: string, line: number])[]) => string) =>
  async (tree: WorkTree): Promise<Partial<CommandResult>> => {
    const found: (readonly [string, number])[] = [];
    for (const { path } of await tree.list()) {
      const content = await tree.read(path);
      const text = content.kind === 'text' ? content.text : '';
      for (const [at, line] of text.split('\n').entries()) if (line === 'BAD') found.push([path, at + 1]);
    }
    const standardOutput = print(found);
    return { exitCode: found.length > 0 ? 1 : 0, standardOutput, output: standardOutput };
  };

export const badLines = printing((places) =>
  places.map(([path, line]) => `./${path}:${line}:1: BAD\n`).join(''),
);
