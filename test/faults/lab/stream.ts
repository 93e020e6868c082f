import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { Host } from "./hosts.ts";
import { ignorePassing } from "./hosts.ts";
import type { ProcessLife } from "./process-life.ts";
import type { VirtualTable } from "./table.ts";
import type { VirtualTime } from "./virtual-time.ts";

const batchSize = 100;

/** A consumer of the table's stream: batches in order, from the first record that was not reported done. */
export class StreamConsumer {
  readonly #table: VirtualTable;
  readonly #take: (batch: DynamoDBStreamEvent, life: ProcessLife) => Promise<DynamoDBBatchResponse>;
  #position = 0;

  constructor(
    table: VirtualTable,
    take: (batch: DynamoDBStreamEvent, life: ProcessLife) => Promise<DynamoDBBatchResponse>,
  ) {
    this.#table = table;
    this.#take = take;
  }

  get isSettled(): boolean {
    return this.#position === this.#table.records.length;
  }

  async consumeForever(time: VirtualTime, host: Host): Promise<never> {
    for (;;) {
      await time.sleep(1_000);
      const Records = this.#table.records.slice(this.#position, this.#position + batchSize);
      if (Records.length > 0) await this.#consume(Records, host).catch(ignorePassing);
    }
  }

  async #consume(Records: VirtualTable["records"], host: Host): Promise<void> {
    const { batchItemFailures } = await host.act((_, life) => this.#take({ Records }, life));
    const failed = batchItemFailures[0]?.itemIdentifier;
    this.#position = failed === undefined ? this.#position + Records.length : Number(failed) - 1;
  }
}
