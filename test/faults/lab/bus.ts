import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { PublishedEvent } from "../../../events/events.ts";
import { issueFor } from "../../../functions/bus/issue-certificates.ts";
import { functions } from "../../../functions/functions.ts";
import { publishChanges } from "../../../functions/stream/publish-changes.ts";
import { type Host, ignorePassing } from "./hosts.ts";
import type { ProcessLife } from "./process-life.ts";
import type { VirtualTime } from "./virtual-time.ts";

const { trigger } = functions["issue-certificates"];
const concern: readonly string[] = trigger.kind === "event" ? trigger.types : [];

/** The bus: what was published, in the order in which it came, and its courier to whoever makes certificates. */
export class VirtualBus {
  readonly events: PublishedEvent[] = [];
  #seen = 0;
  #undelivered: readonly PublishedEvent[] = [];

  get isSettled(): boolean {
    return this.#seen === this.events.length && this.#undelivered.length === 0;
  }

  /** Publishes what a batch of the stream tells. */
  publish(batch: DynamoDBStreamEvent, life: ProcessLife): Promise<DynamoDBBatchResponse> {
    const put = (events: readonly PublishedEvent[]) => async () => {
      this.events.push(...events);
      return events.length;
    };
    const silent = () => {
      throw new Error("the bus does not answer");
    };
    return publishChanges(batch, (events) => life.call("bus", "put-events", put(events), { broken: silent }));
  }

  /** Brings each event that concerns certificates, all that are there at once, again and again until it is taken. */
  async deliverForever(time: VirtualTime, host: Host): Promise<never> {
    for (;;) {
      await time.sleep(1_000);
      const fresh = this.events.slice(this.#seen).filter(({ type }) => concern.includes(type));
      this.#seen = this.events.length;
      this.#undelivered = [...this.#undelivered, ...fresh];
      if (this.#undelivered.length === 0) continue;
      const taken = await Promise.all(this.#undelivered.map((event) => bring(event, host)));
      this.#undelivered = this.#undelivered.filter((_, index) => !taken[index]);
    }
  }
}

const bring = async (event: PublishedEvent, host: Host): Promise<boolean> => {
  try {
    await host.act((world) => issueFor(event, world));
    return true;
  } catch (error) {
    ignorePassing(error);
    return false;
  }
};
