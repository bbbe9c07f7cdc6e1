import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { SeenFacts } from '../../core/health/goal-alerts.ts';
import { endingWords } from '../words/ending-words.ts';
import { findingLines } from '../words/finding-words.ts';
import { LIMIT_WORDS } from '../words/limit-words.ts';
import { longTime, sentence } from '../words/sentences.ts';

/** What an alert about a goal says was seen: plain text, one line per problem. */
export function alertDetail(seen: MaskedRecord<SeenFacts>): string {
  switch (seen.kind) {
    case 'said':
      return seen.detail;
    case 'failing':
      return `The last runs of this goal failed. The newest one: ${endingWords(seen.ending)} (\`${seen.ending}\`). ${seen.detail}`;
    case 'stuck':
      return seen.items
        .map(({ title, ending, detail }) =>
          `${title ?? 'The task'}: ${endingWords(ending)}. ${sentence(detail)}`.trim(),
        )
        .join('\n');
    case 'budget_spent':
      return `On two days in a row ${seen.limit === null ? 'the budget' : LIMIT_WORDS[seen.limit]} left too little for a model call, so unfinished work waits.`;
    case 'drafts_wait':
      return seen.drafts
        .map(({ number, since }) => `Draft #${number ?? '?'} has been open since ${longTime(since)}.`)
        .join('\n');
    case 'findings':
      return findingLines(seen.findings).join('\n');
  }
}
