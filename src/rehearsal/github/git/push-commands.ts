/** What a push asks for, read from the beginning of its body: lines with their length in front. */
export interface PushRequest {
  readonly commands: readonly PushCommand[];
  readonly capabilities: readonly string[];
}

export interface PushCommand {
  /** Full name, e.g. `refs/heads/main`. */
  readonly ref: string;
  /** Null: the ref does not exist. */
  readonly from: string | null;
  /** Null: it is to be deleted. */
  readonly to: string | null;
}

export function readPush(body: Buffer): PushRequest {
  const lines = linesOf(body);
  // Whoever has a shallow clone says first where it ends.
  const [, capabilities = ''] = lines.find((line) => line.includes('\0'))?.split('\0') ?? [];
  const commands = lines.flatMap((line) => {
    const [from = '', to = '', ref = ''] = line.replace(/\0.*$/s, '').trimEnd().split(' ');
    return ref === '' ? [] : [{ ref, from: commit(from), to: commit(to) }];
  });
  return { commands, capabilities: capabilities.trim().split(' ') };
}

/** Up to the flush packet `0000`. */
function linesOf(body: Buffer): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  for (;;) {
    const length = Number.parseInt(body.toString('latin1', at, at + 4), 16);
    if (!(length > 4)) return lines;
    lines.push(body.toString('utf8', at + 4, at + length));
    at += length;
  }
}

function commit(id: string): string | null {
  return /^0+$/.test(id) ? null : id;
}

/** Ref → why it is refused, in the words that stand behind `[remote rejected]`. */
export type Refusals = ReadonlyMap<string, string>;

/** The answer to a push of which nothing lands; `words` are what git shows behind `remote:`. */
export function refusedPush(push: PushRequest, refusals: Refusals, words: string): Buffer {
  const others = push.capabilities.includes('atomic') ? 'atomic push failure' : 'pre-receive hook declined';
  const report = [
    'unpack ok\n',
    ...push.commands.map(({ ref }) => `ng ${ref} ${refusals.get(ref) ?? others}\n`),
  ];
  const lines = Buffer.concat([...report.map(packet), FLUSH]);
  if (!push.capabilities.includes('side-band-64k')) return lines;
  const shown = words === '' ? [] : [packet(Buffer.concat([Buffer.from([2]), Buffer.from(words)]))];
  return Buffer.concat([...shown, packet(Buffer.concat([Buffer.from([1]), lines])), FLUSH]);
}

const FLUSH = Buffer.from('0000');

export function packet(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}
