import { joinMasked, type Masked } from '../text/masked.ts';
import type { Mask } from './mask.ts';

/**
 * A text whose last paragraph is the program's own and is found again: the hidden marker of a body, the trailers of a
 * commit message. No pattern of the settings changes that.
 */
export function maskedAboveFoot(text: string, mask: Mask): Masked {
  const foot = text.trimEnd().lastIndexOf('\n\n');
  const start = foot === -1 ? 0 : foot;
  return joinMasked([mask.mask(text.slice(0, start)), mask.identity(text.slice(start))], '');
}
