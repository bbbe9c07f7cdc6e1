/** Reads what a step prints as the runner of GitHub Actions does. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface ReadLog {
  /** What the runner has obeyed, in order. */
  readonly commands: readonly WorkflowCommand[];
  /** What people read. */
  readonly lines: readonly string[];
}

const KNOWN = new Set([
  ...[
    'error',
    'warning',
    'notice',
    'debug',
    'group',
    'endgroup',
    'add-mask',
    'add-matcher',
    'remove-matcher',
  ],
  ...['set-output', 'save-state', 'set-env', 'add-path', 'echo', 'internal-set-repo-path', 'stop-commands'],
]);

/** While commands are stopped, nothing but the token that stopped them is one. */
export function readLog(printed: string): ReadLog {
  const commands: WorkflowCommand[] = [];
  const lines: string[] = [];
  let token: string | null = null;
  for (const line of printed.split('\n')) {
    const command = commandIn(line, token);
    if (command === null) lines.push(line);
    else if (command.name === token) token = null;
    else if (token !== null) lines.push(line);
    else if (command.name === 'stop-commands') token = command.data;
    else commands.push(command);
  }
  return { commands, lines };
}

function commandIn(line: string, token: string | null): WorkflowCommand | null {
  const newer = /^[\s\u0085]*::([^:\s]+)(?: (.*?))?::(.*)$/s.exec(line);
  const older = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/s.exec(line);
  const found = [newer, older].find((match) => KNOWN.has(match?.[1] ?? '') || match?.[1] === token);
  if (found === undefined || found === null) return null;
  const [, name = '', properties = '', data = ''] = found;
  const pairs = properties.split(found === newer ? ',' : ';').filter((pair) => pair.includes('='));
  return {
    name,
    properties: Object.fromEntries(pairs.map((pair) => unescapedPair(pair))),
    data: unescaped(data),
  };
}

function unescapedPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
}

function unescaped(text: string): string {
  const plain: Readonly<Record<string, string>> = {
    '%0D': '\r',
    '%0A': '\n',
    '%3A': ':',
    '%2C': ',',
    '%25': '%',
  };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => plain[code] ?? code);
}
