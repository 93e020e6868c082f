import { Cell, type CellKey } from "./cell.ts";
import type { ChangedCase } from "./changed-case.ts";
import { cellItemKey, type FigureStore, type OpenCell, shardOf } from "./figure-store.ts";
import { type Observation, observationsOf } from "./observations.ts";

/** Other counters of the same cell may get in between; this many in a row is something other than bad luck. */
const mostConflicts = 20;

/** What one write told about one day, with what it stands under. */
export interface CountedWrite {
  readonly caseId: string;
  readonly version: number;
  readonly office: string;
  readonly packageId: string;
  /** When the write's last event was, in milliseconds since 1970. */
  readonly at: number;
  readonly observations: readonly Observation[];
}

/** A cell and what a batch has for it. */
interface Delivery {
  readonly key: CellKey;
  readonly shares: CountedWrite[];
}

/**
 * Counts what a batch of writes tells, each write once: a batch that comes again, in pieces, or out of order between
 * cases, leaves the figures as they are. One call reads all cells that the batch concerns, one call writes each.
 *
 * @returns what was counted for the first time
 * @throws when the store fails; whatever was counted by then is known as counted, so the batch can simply come again
 */
export const countChanges = async (
  store: FigureStore,
  batch: readonly ChangedCase[],
): Promise<readonly CountedWrite[]> => {
  const deliveries = deliveriesOf(batch);
  if (deliveries.length === 0) return [];
  const opened = await store.open(deliveries.map(({ key }) => key));
  // All are waited for even when one fails: nothing may still be writing when the batch is handed back.
  const outcomes = await Promise.allSettled(
    deliveries.map((delivery, index) => deliver(store, delivery, opened[index])),
  );
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
};

const deliver = async (
  store: FigureStore,
  { key, shares }: Delivery,
  first: OpenCell | undefined,
): Promise<readonly CountedWrite[]> => {
  let open = first;
  for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
    const cell = open ? Cell.fromStored(open.cell) : new Cell();
    const added = shares.filter(({ caseId, version, observations }) => cell.count(caseId, version, observations));
    if (added.length === 0) return added;
    if ((await store.write(key, cell.toStored(), open?.version ?? 0)) === "written") return added;
    [open] = await store.open([key]);
  }
  throw new Error(`figures of ${key.packageId} on ${key.day} changed under ${mostConflicts} writes in a row`);
};

const deliveriesOf = (batch: readonly ChangedCase[]): Delivery[] => {
  const deliveries = new Map<string, Delivery>();
  for (const changed of batch) {
    const { id: caseId, version, office, packageId, events } = changed;
    const at = Math.max(...events.map((event) => Date.parse(event.at)));
    for (const [day, observations] of Map.groupBy(observationsOf(changed), (each) => each.day)) {
      const key = { office, packageId, day, shard: shardOf(caseId) };
      const name = JSON.stringify(cellItemKey(key));
      const delivery = deliveries.get(name) ?? { key, shares: [] };
      deliveries.set(name, delivery);
      delivery.shares.push({ caseId, version, office, packageId, at, observations });
    }
  }
  return [...deliveries.values()];
};
