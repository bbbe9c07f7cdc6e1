/** Which alerts one wake was the first to raise. Names are fingerprints. */
export class RaisedAlerts {
  readonly #names = new Set<string>();

  note(name: string): void {
    this.#names.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }
}
