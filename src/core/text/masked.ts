declare const brand: unique symbol;

/**
 * Text that may leave the process: no secret stands in it. Only a mask makes one, `fixed` a sentence of the program
 * itself, and the functions below others out of these. Every port takes nothing else.
 */
export type Masked = string & { readonly [brand]: true };

/** `never` where it is not known before the program runs: a text, or a pattern with a text in it. */
type Literal<T extends string> = Record<never, never> extends Readonly<Record<T, unknown>> ? never : T;

/** A text that stands in the program. One that is put together while it runs does not compile. */
export function fixed<const T extends string>(text: Literal<T>): Masked {
  return text as string as Masked;
}

/** `masked\`Alert #${number}: ${title}\``: a text of the program around masked ones. */
export function masked(texts: TemplateStringsArray, ...values: readonly (Masked | number)[]): Masked {
  return String.raw({ raw: texts }, ...values) as Masked;
}

/** Like `join`. */
export function joinMasked<const T extends string>(parts: readonly Masked[], separator: Literal<T>): Masked {
  return parts.join(separator) as Masked;
}

/**
 * Another shape of the same text, for the few functions that cut, wrap or escape: `reshape` may take away and spell
 * otherwise, and adds nothing from elsewhere.
 */
export function reshaped(text: Masked, reshape: (text: string) => string): Masked {
  return reshape(text) as Masked;
}
