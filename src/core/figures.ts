/** Numbers in sentences: the only place that says how they are written. */

/** `12,340`. */
export function figure(value: number): string {
  return grouped(String(Math.round(value)));
}

/** `1 item`, `12,340 items`; an irregular plural is the third argument. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${figure(value)} ${value === 1 ? noun : plural}`;
}

/** Millionths of a US dollar: `$0.0123`, `$1.50`, `$1,234.00`, `$0`, `under $0.0001`. */
export function money(micros: number): string {
  if (micros === 0) return '$0';
  if (micros < 0) return `-${money(-micros)}`;
  if (micros < 100) return 'under $0.0001';
  const dollars = micros / 1_000_000;
  if (dollars < 0.99995) return `$${dollars.toFixed(4)}`;
  const [whole = '0', cents = '00'] = dollars.toFixed(2).split('.');
  return `$${grouped(whole)}.${cents}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
