import type { Mask } from '../../core/access/mask.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText, onOneLine, trimmed, withoutControls } from '../../core/text/plain-text.ts';

/** Words of a model on one line. Masked before they are cut: half a secret is not recognised any more. */
export function maskedLine(text: string, length: number, mask: Mask): Masked {
  return cutText(trimmed(onOneLine(withoutControls(mask.mask(text)))), length);
}
