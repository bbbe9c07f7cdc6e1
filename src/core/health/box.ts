import { BOX_ACTIONS, type BoxAction } from '../status.ts';

/** A box of the dashboard. `goal`: its id; null: it is about the whole agent. */
export interface Box {
  readonly action: BoxAction;
  readonly goal: string | null;
}

/** However a person has written the line anew: GitHub shows a box in lists of every kind. */
const LINE =
  /^ {0,3}(?:[-*+]|\d{1,9}[.)]) {1,4}\[([ xX])\] .*<!-- wakeful-box: ([a-z]+)(?: ([a-z0-9]+(?:-[a-z0-9]+)*))? -->/;
/** Between two of these lines is code, which shows no box. */
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
/** More than the agent ever writes: who edits the body may repeat lines. */
const MOST = 500;

/** The line of a box, which is not ticked. `label`: Markdown of one line. The hidden end says what the box does. */
export function boxLine(box: Box, label: string): string {
  return `- [ ] ${label} <!-- wakeful-box: ${boxName(box)} -->`;
}

/** The boxes that are newly ticked: they stand in both texts, and in the first one without a tick. */
export function newlyTicked(before: string, after: string): readonly Box[] {
  const then = readBoxes(before);
  const isNew = ({ box, isTicked }: BoxLine) => {
    const lines = then.filter((line) => boxName(line.box) === boxName(box));
    return isTicked && lines.length > 0 && lines.every((line) => !line.isTicked);
  };
  const found = readBoxes(after).filter(isNew);
  return [...new Map(found.map(({ box }) => [boxName(box), box])).values()];
}

/** The boxes that are ticked. */
export function tickedBoxes(body: string): readonly Box[] {
  return readBoxes(body).flatMap(({ box, isTicked }) => (isTicked ? [box] : []));
}

/** The same text with ticks at these boxes, and at no others. */
export function withTicks(body: string, boxes: readonly Box[]): string {
  const names = new Set(boxes.map(boxName));
  return body
    .split('\n')
    .map((line) => {
      const read = readLine(line);
      if (read === null) return line;
      return line.replace(/\[[ xX]\]/, names.has(boxName(read.box)) ? '[x]' : '[ ]');
    })
    .join('\n');
}

/** Names a box within the dashboard. */
export function boxName({ action, goal }: Box): string {
  return goal === null ? action : `${action} ${goal}`;
}

interface BoxLine {
  readonly box: Box;
  readonly isTicked: boolean;
}

function readBoxes(body: string): readonly BoxLine[] {
  let isCode = false;
  const lines = body.split(/\r?\n/).flatMap((line) => {
    if (FENCE.test(line)) isCode = !isCode;
    return (isCode ? null : readLine(line)) ?? [];
  });
  return lines.slice(0, MOST);
}

function readLine(line: string): BoxLine | null {
  const [, tick, name, goal = null] = LINE.exec(line) ?? [];
  const action = BOX_ACTIONS.find((each) => each === name);
  if (tick === undefined || action === undefined) return null;
  const isOfGoal = action !== 'stop' && action !== 'start';
  return isOfGoal === (goal !== null) ? { box: { action, goal }, isTicked: tick !== ' ' } : null;
}

/** Who ticked a box and when, which is the same whenever the job runs. */
export interface TickedBox {
  /** ISO time. */
  readonly at: string;
  /** Login. */
  readonly by: string;
  readonly box: Box;
}

/** Begins with the time, so that ids sort by age. */
export function tickId({ at, by, box }: TickedBox): string {
  return `${at} ${by} ${boxName(box)}`;
}

/** Whether the id is that of a tick of this box since a time, in ISO. */
export function isTickOf(id: string, box: Box, since: string): boolean {
  const [at = '', _by, ...name] = id.split(' ');
  return at >= since && name.join(' ') === boxName(box);
}
