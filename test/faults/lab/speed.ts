import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { PublishedEvent } from "../../../events/events.ts";
import { countBatch } from "../../../functions/stream/count-batch.ts";
import { type CellKey, readFigures } from "../../../shared/speed/cell.ts";
import { wholeCase } from "../../../shared/speed/line.ts";
import { memoryFigureStore } from "../../../shared/speed/memory-figure-store.ts";
import type { ProcessLife } from "./process-life.ts";
import { reachedBy } from "./reached.ts";

/** The figures of processing speed and the second consumer of the stream, which keeps them. */
export class VirtualFigures {
  readonly #store = memoryFigureStore();
  readonly #keys = new Map<string, CellKey>();

  count(batch: DynamoDBStreamEvent, life: ProcessLife): Promise<DynamoDBBatchResponse> {
    const noted = {
      ...this.#store,
      open: (keys: readonly CellKey[]) => {
        for (const key of keys) this.#keys.set(JSON.stringify(key), key);
        return this.#store.open(keys);
      },
    };
    return countBatch(batch, reachedBy(life, "figures", noted), () => {});
  }

  /** What the figures and the bus, which hear of the same writes apart from each other, disagree about. */
  async findings(told: readonly PublishedEvent[]): Promise<readonly string[]> {
    const cells = await this.#store.read([...this.#keys.values()]);
    const lines = cells.flatMap(({ figures }) => readFigures(figures));
    const ofCases = lines.filter(({ key }) => key.step === wholeCase).map(({ line }) => line);
    const ofSteps = lines.filter(({ key }) => key.step !== wholeCase).map(({ line }) => line);
    const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
    const counted = {
      "cases opened": sum(ofCases.map((line) => line.counted("opened"))),
      "cases completed": sum(ofCases.map(({ settled }) => settled)),
      "steps settled": sum(ofSteps.map(({ settled }) => settled)),
    };
    const distinct = (...types: string[]) =>
      new Set(told.filter(({ type }) => types.includes(type)).map(({ id }) => id)).size;
    const expected: typeof counted = {
      "cases opened": distinct("case-opened"),
      "cases completed": distinct("case-completed"),
      "steps settled": distinct("step-completed", "step-refused"),
    };
    return (Object.keys(counted) as (keyof typeof counted)[])
      .filter((name) => counted[name] !== expected[name])
      .map((name) => `${name}: the figures say ${counted[name]}, the bus ${expected[name]}`);
  }
}
