import type { Mask } from '../../core/access/mask.ts';
import type { ProposedEffect } from '../../core/effect.ts';
import { MOST_EFFECTS } from '../../core/item.ts';
import { cutText, onOneLine, trimmed, withoutControls } from '../../core/text/plain-text.ts';

const NOTES = { count: 20, length: 500 };
const REFUSED = { count: 5, length: 250 };

/** What the model wants to remember and what it wants done on GitHub. Masked on the way in. */
export class NoteList {
  readonly #mask: Mask;
  #notes: readonly string[] = [];
  #refused: readonly string[] = [];
  /** In the order in which they were proposed. Null: taken back. */
  #effects: readonly (ProposedEffect | null)[] = [];

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  /** Of this attempt, the newest 20. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  get effects(): readonly ProposedEffect[] {
    return this.#effects.filter((effect) => effect !== null);
  }

  /** Changes and effects that the rules did not allow. */
  get refused(): readonly string[] {
    return this.#refused;
  }

  noteRefused(text: string): void {
    const shown = cutText(onOneLine(withoutControls(this.#mask.mask(text))), REFUSED.length);
    if (this.#refused.length < REFUSED.count && !this.#refused.includes(shown))
      this.#refused = [...this.#refused, shown];
  }

  note(text: string): void {
    const note = cutText(trimmed(withoutControls(this.#mask.mask(text))), NOTES.length);
    if (note === '' || this.#notes.includes(note)) return;
    this.#notes = [...this.#notes, note].slice(-NOTES.count);
  }

  /** Whether the effect may still be proposed: it is there already, or there are not too many. */
  hasRoomFor(effect: ProposedEffect): boolean {
    return this.#has(effect) || this.effects.length < MOST_EFFECTS;
  }

  /** The same one twice is one. Returns its number, from 1. */
  propose(effect: ProposedEffect): number {
    if (!this.#has(effect)) this.#effects = [...this.#effects, effect];
    return this.#placeOf(effect) + 1;
  }

  /** False: there is none with this number. */
  hasWithdrawn(number: number): boolean {
    const isThere = (this.#effects[number - 1] ?? null) !== null;
    if (isThere) this.#effects = this.#effects.with(number - 1, null);
    return isThere;
  }

  #has(effect: ProposedEffect): boolean {
    return this.#placeOf(effect) >= 0;
  }

  #placeOf(effect: ProposedEffect): number {
    const words = JSON.stringify(effect);
    return this.#effects.findIndex((each) => JSON.stringify(each) === words);
  }
}
