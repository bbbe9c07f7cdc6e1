/** What the scripted model answers: a remark and tool calls. */
export interface Turn {
  readonly say: string;
  readonly calls: readonly ToolUse[];
}

export interface ToolUse {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export function use(tool: string, input: Readonly<Record<string, unknown>> = {}): ToolUse {
  return { tool, input };
}

export function finish(summary: string): Turn {
  return { say: '', calls: [use('finish', { summary })] };
}

export function giveUp(reason: string): Turn {
  return { say: '', calls: [use('give_up', { reason })] };
}

/** For a write that was refused: remember why, then end; trying again would change nothing. */
export function giveUpRefused(path: string, reason: string): Turn {
  const said = `${path} could not be written: ${reason}`;
  return { say: '', calls: [use('note', { text: said }), use('give_up', { reason: said })] };
}

/** Bytes of an answer, as its tokens are estimated. */
export function turnBytes(turn: Turn): number {
  return Buffer.byteLength(turn.say) + turn.calls.reduce((sum, call) => sum + callBytes(call), 0);
}

export function callBytes(call: ToolUse): number {
  return Buffer.byteLength(call.tool) + Buffer.byteLength(JSON.stringify(call.input));
}

/** Drops calls from the end until the answer fits; the script asks for them again. */
export function fitTurn(turn: Turn, maxBytes: number): Turn {
  if (turnBytes(turn) <= maxBytes) return turn;
  const [first] = turn.calls;
  if (turn.calls.length > 1) return fitTurn({ say: turn.say, calls: turn.calls.slice(0, -1) }, maxBytes);
  if (turn.say !== '') return fitTurn({ say: '', calls: turn.calls }, maxBytes);
  if (first?.tool === 'finish') return finish(cutBytes(String(first.input['summary']), maxBytes));
  if (first?.tool === 'give_up') return giveUp(cutBytes(String(first.input['reason']), maxBytes));
  return giveUp(
    `A call of ${first?.tool} does not fit into the ${Math.floor(maxBytes / 4)} tokens of one answer.`,
  );
}

const CALL_OVERHEAD_BYTES = 40;

function cutBytes(text: string, maxBytes: number): string {
  const room = Math.max(0, Math.floor((maxBytes - CALL_OVERHEAD_BYTES) / 4));
  return text.length <= room ? text : `${text.slice(0, room)}…`;
}
