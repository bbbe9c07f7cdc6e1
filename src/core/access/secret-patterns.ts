export interface SecretPattern {
  /** What it finds, in words. */
  readonly name: string;
  /** Global. All repetitions are bounded or cannot overlap with what follows, so that time stays linear. */
  readonly pattern: RegExp;
  /** Which group of the match is the secret; 0: all of it. */
  readonly group: number;
  /** The secret must also look random, which keeps words and examples out. */
  readonly random: boolean;
}

function pattern(
  name: string,
  source: RegExp,
  how?: { readonly group?: number; readonly random?: boolean },
): SecretPattern {
  return { name, pattern: source, group: how?.group ?? 0, random: how?.random ?? false };
}

const VALUE = '([A-Za-z0-9+/=_.~-]{16,200})';
const SECRET_NAME = '(?:api[_-]?key|secret|token|passw(?:or)?d|access[_-]?key|private[_-]?key)';

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  pattern('an OpenAI key', /\bsk-[A-Za-z0-9_-]{20,200}/g, { random: true }),
  pattern('a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{30,255}/g),
  pattern('a GitHub token', /\bgithub_pat_[A-Za-z0-9_]{40,255}/g),
  pattern('a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,100}/g),
  pattern('an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g),
  pattern('a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g),
  pattern('a Google API key', /\bAIza[0-9A-Za-z_-]{35}/g),
  pattern('an npm token', /\bnpm_[A-Za-z0-9]{36}/g),
  pattern('a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,200}/g),
  pattern(
    'a signed web token',
    /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}/g,
  ),
  pattern('a bearer token', new RegExp(`\\bBearer[ \\t]{1,4}${VALUE}`, 'gi'), { group: 1, random: true }),
  pattern(
    'a password in an address',
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{1,100}:([^\s/@'"${}<>]{8,200})@/gi,
    {
      group: 1,
      random: true,
    },
  ),
  pattern(
    'a secret value',
    new RegExp(
      `${SECRET_NAME}[A-Za-z0-9_-]{0,40}["']?[ \\t]{0,4}[:=]{1,2}>?[ \\t]{0,4}["'\`]${VALUE}["'\`]`,
      'gi',
    ),
    { group: 1, random: true },
  ),
  pattern(
    'a secret value',
    new RegExp(`\\b[A-Z0-9_]{0,60}(?:KEY|SECRET|TOKEN|PASSWORD)[A-Z0-9_]{0,40}=${VALUE}(?=\\s|$)`, 'g'),
    { group: 1, random: true },
  ),
];

/** Letters and digits, mixed well: what keys are made of and words are not. */
export function looksRandom(value: string): boolean {
  return /\d/.test(value) && /[A-Za-z]/.test(value) && bitsPerCharacter(value) >= 3.2;
}

/** Shannon entropy. */
function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
