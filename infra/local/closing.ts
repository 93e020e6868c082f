export interface Closable {
  close(): Promise<void>;
}

/** What has been started, to be closed in the opposite order. */
export class Started {
  readonly #parts: Closable[] = [];
  #closing: Promise<void> | undefined;

  add<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /** Waits for several at once; when one fails, the others are kept for closing before its error goes on. */
  async addAll<Parts extends readonly Promise<Closable>[]>(
    starting: readonly [...Parts],
  ): Promise<{ [Index in keyof Parts]: Awaited<Parts[Index]> }> {
    const outcomes = await Promise.allSettled(starting);
    for (const outcome of outcomes) if (outcome.status === "fulfilled") this.add(outcome.value);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    return (await Promise.all(starting)) as { [Index in keyof Parts]: Awaited<Parts[Index]> };
  }

  /** Closes everything, once; what cannot be closed does not keep the rest open. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      const troubles: unknown[] = [];
      for (const part of this.#parts.reverse()) await part.close().catch((error: unknown) => troubles.push(error));
      if (troubles.length > 0) throw new AggregateError(troubles, "Not everything could be closed");
    })();
    return this.#closing;
  }
}
