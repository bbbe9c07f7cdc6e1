import { describe, expect, test } from 'vitest';
import {
  type Box,
  boxLine,
  isTickOf,
  newlyTicked,
  tickedBoxes,
  tickId,
  withTicks,
} from '../../../../src/core/health/box.ts';

import { BOX_ACTIONS } from '../../../../src/core/status.ts';

const RUN: Box = { action: 'run', goal: 'tidy' };
const STOP: Box = { action: 'stop', goal: null };
const BODY = ['Text.', boxLine(RUN, 'Run `tidy` now'), boxLine(STOP, '**Stop everything**')].join('\n');

describe('boxes of a body', () => {
  test.each(BOX_ACTIONS)('are read as they are written: %s', (action) => {
    const box: Box = { action, goal: action === 'stop' || action === 'start' ? null : 'docs-index' };
    expect(tickedBoxes(withTicks(boxLine(box, 'a'), [box]))).toEqual([box]);
  });

  test('are ticked as GitHub ticks them, and unticked again', () => {
    const ticked = withTicks(BODY, [RUN]);
    expect(ticked).toContain('- [x] Run `tidy` now');
    expect(tickedBoxes(ticked.replaceAll('\n', '\r\n').replace('[x]', '[X]'))).toEqual([RUN]);
    expect(withTicks(ticked, [])).toBe(BODY);
  });

  test('are newly ticked only where they stood there without a tick before', () => {
    const both = withTicks(BODY, [RUN, STOP]);
    expect(newlyTicked(BODY, both)).toEqual([RUN, STOP]);
    expect(newlyTicked(withTicks(BODY, [RUN]), both)).toEqual([STOP]);
    expect(newlyTicked(both, both)).toEqual([]);
    expect(newlyTicked(both, BODY)).toEqual([]);
    expect(newlyTicked('Text.', both)).toEqual([]);
    expect(newlyTicked(`${BODY}\n${withTicks(BODY, [RUN])}`, both)).toEqual([STOP]);
    expect(newlyTicked(BODY, `${both}\n${both}`)).toEqual([RUN, STOP]);
  });

  test.each([
    ['in a list of another kind', '+ [x] all <!-- wakeful-box: stop -->'],
    ['in a numbered list', '3. [x] all <!-- wakeful-box: stop -->'],
    ['with more blanks', '-   [X] all <!-- wakeful-box: stop -->'],
    ['with words of their own behind it', '- [x] all <!-- wakeful-box: stop --> now, please'],
    ['struck through', '- [x] ~~all~~ <!-- wakeful-box: stop -->\r'],
  ])('are those that a person has written anew: %s', (_, line) => {
    expect(tickedBoxes(line)).toEqual([STOP]);
  });

  test.each([
    '- [x] all <!-- wakeful-box: merge tidy -->',
    '- [x] all <!-- wakeful-box: run -->',
    '- [x] all <!-- wakeful-box: stop tidy -->',
    '- [x] all <!-- wakeful-box: run ../tidy -->',
    '- [x] all <!-- wakeful-box: run Tidy -->',
    '> - [x] all <!-- wakeful-box: stop -->',
    '     - [x] all <!-- wakeful-box: stop -->',
    '[x] <!-- wakeful-box: stop -->',
    '- [x] all',
    '```\n- [x] all <!-- wakeful-box: stop -->\n```',
  ])('are none in the line %j', (line) => {
    expect(tickedBoxes(line)).toEqual([]);
    expect(newlyTicked(line.replace('[x]', '[ ]'), line)).toEqual([]);
  });
});

test('the id of a tick tells its box and its time', () => {
  const id = tickId({ at: '2026-11-22T03:00:30Z', by: 'ann', box: RUN });
  expect(isTickOf(id, RUN, '2026-11-22T03:00:00Z')).toBe(true);
  expect(isTickOf(id, RUN, '2026-11-22T03:01:00Z')).toBe(false);
  expect(isTickOf(id, STOP, '')).toBe(false);
  expect(isTickOf(tickId({ at: '2026-11-22T03:00:30Z', by: 'run', box: STOP }), RUN, '')).toBe(false);
});
