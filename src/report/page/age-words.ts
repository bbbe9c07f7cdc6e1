import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time.ts';

const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const UNITS = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
] as const;

/** `three hours ago`: how long ago something was, in its largest unit. `age` in ms. */
export function ageWords(age: number): string {
  if (Number.isNaN(age)) return 'at an unknown time';
  if (age < -2 * MINUTE_MS)
    return 'which the clock of this device has not reached yet, so one of the two clocks is wrong';
  const [size, name] = UNITS.find(([ms]) => age >= ms) ?? [0, ''];
  if (size === 0) return 'just now';
  const amount = Math.floor(age / size);
  return `${NUMBERS[amount] ?? amount} ${name}${amount === 1 ? '' : 's'} ago`;
}
