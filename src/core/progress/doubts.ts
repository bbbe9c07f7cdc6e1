/** Words by which a summary argues against its own change. */
const AGAINST: readonly RegExp[] = [
  /\b(?:do|should|must|ought)(?: |\s)?(?:not|n['’]t)(?: be)? (?:merge|land|accept|apply|ship)(?:d|ed|pped)?\b/i,
  /\b(?:don|shouldn|mustn)['’]t(?: be)? (?:merge|land|accept|apply|ship)(?:d|ed|pped)?\b/i,
  /\b(?:not|never) (?:to )?be (?:merged|landed|accepted)\b/i,
  /\b(?:close|reject|discard|revert) this (?:draft|change|pull request|PR)\b/i,
  /\bno (?:code |file |further )?changes? (?:is|are|was|were) (?:actually |really )?(?:needed|necessary|required)\b/i,
  /\b(?:nothing (?:needs|had|has) to (?:be )?changed?|no changes? needed)\b/i,
  /\bthis (?:draft|change|pull request|PR) (?:is|was) (?:not|un)\s?(?:needed|necessary|wanted|required)\b/i,
  /\b(?:would|recommend|advise|suggest)\w* (?:against|not) (?:merging|landing|applying|this change)\b/i,
];

const MOST = 5;

/**
 * Sentences of summaries that seem to argue against the change itself. A program cannot tell whether they do, so this is a flag where no
 * second reader has judged, and keeps nothing from being proposed.
 */
export function doubtsIn(summaries: readonly string[]): readonly string[] {
  return summaries
    .flatMap((summary) => summary.split(/(?<=[.!?])\s+|\n+/))
    .filter((sentence) => AGAINST.some((pattern) => pattern.test(sentence)))
    .map((sentence) => sentence.trim())
    .slice(0, MOST);
}
