import { publishChanges } from "../../../functions/stream/publish-changes.ts";
import type { Host } from "./hosts.ts";
import { ignorePassing } from "./hosts.ts";
import type { VirtualTable } from "./table.ts";
import type { VirtualTime } from "./virtual-time.ts";

const batchSize = 100;

/** A consumer of the table's stream: batches in order, from the first that was not reported done. */
export class StreamConsumer {
  readonly bus: { readonly id: string; readonly caseId: string; readonly type: string }[] = [];
  #position = 0;
  readonly #table: VirtualTable;

  constructor(table: VirtualTable) {
    this.#table = table;
  }

  get isSettled(): boolean {
    return this.#position === this.#table.records.length;
  }

  async consumeForever(time: VirtualTime, host: Host): Promise<never> {
    for (;;) {
      await time.sleep(1_000);
      const Records = this.#table.records.slice(this.#position, this.#position + batchSize);
      if (Records.length > 0) await this.#publish(Records, host).catch(ignorePassing);
    }
  }

  async #publish(Records: VirtualTable["records"], host: Host): Promise<void> {
    const { batchItemFailures } = await host.act((_, life) =>
      publishChanges({ Records }, (events) =>
        life.call(
          "bus",
          "put-events",
          async () => {
            this.bus.push(...events);
            return events.length;
          },
          {
            broken: () => {
              throw new Error("the bus does not answer");
            },
          },
        ),
      ),
    );
    const failed = batchItemFailures[0]?.itemIdentifier;
    this.#position = failed === undefined ? this.#position + Records.length : Number(failed) - 1;
  }
}
