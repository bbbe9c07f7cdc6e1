import type { Mask } from '../../core/access/mask.ts';
import type { ProposedEffect } from '../../core/effect.ts';
import { MOST_EFFECTS } from '../../core/item.ts';
import { cutText, trimmed, withoutControls } from '../../core/text/plain-text.ts';

const NOTES = { count: 20, length: 500 };

/** What the model wants to remember and what it wants done on GitHub. Masked on the way in. */
export class NoteList {
  readonly #mask: Mask;
  #notes: readonly string[] = [];
  #effects: readonly ProposedEffect[] = [];

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  /** Of this attempt, the newest 20. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  get effects(): readonly ProposedEffect[] {
    return this.#effects;
  }

  note(text: string): void {
    const note = cutText(trimmed(withoutControls(this.#mask.mask(text))), NOTES.length);
    if (note === '' || this.#notes.includes(note)) return;
    this.#notes = [...this.#notes, note].slice(-NOTES.count);
  }

  /** Whether the effect may still be proposed: it is there already, or there are not too many. */
  hasRoomFor(effect: ProposedEffect): boolean {
    return this.#has(effect) || this.#effects.length < MOST_EFFECTS;
  }

  /** The same one twice is one. */
  propose(effect: ProposedEffect): void {
    if (!this.#has(effect)) this.#effects = [...this.#effects, effect];
  }

  #has(effect: ProposedEffect): boolean {
    const words = JSON.stringify(effect);
    return this.#effects.some((each) => JSON.stringify(each) === words);
  }
}
