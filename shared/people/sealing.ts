/**
 * What stores seal with: the bureau's own vault, at once, or one that fetches the keys of the people first. `context`
 * binds sealed bytes to their place.
 */
export interface Sealing {
  seal(value: unknown, context: string): Uint8Array | Promise<Uint8Array>;
  /** @throws Error when the bytes were altered, moved from their place or sealed under a key that is not held. */
  open(sealed: Uint8Array, context: string): unknown;
}
