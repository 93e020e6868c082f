import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import type { PublishedEvent } from "../../events/events.ts";
import type { Publish } from "../../functions/stream/event-bus.ts";
import { publishChanges } from "../../functions/stream/publish-changes.ts";
import type { CaseEvent } from "../../shared/cases/case.ts";
import { toItem } from "../../shared/cases/case-item.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { aCase } from "../support/a-case.ts";
import { testVault } from "../support/test-world.ts";

const at = "2030-01-31T02:00:00.000Z" as Instant;
const waiting = (version: number, index: number): CaseEvent => ({
  id: `case-1-${version}-${index}`,
  type: "step-waiting",
  at,
  data: { step: "confirm", waitsFor: "applicant" },
});

const record = (sequence: number, item: Record<string, unknown> | undefined): DynamoDBRecord => ({
  eventName: item ? "MODIFY" : "REMOVE",
  dynamodb: {
    SequenceNumber: String(sequence),
    ...(item && { NewImage: marshall(item, { removeUndefinedValues: true }) as never }),
  },
});

const write = (sequence: number, events: readonly CaseEvent[]) =>
  record(sequence, toItem(aCase({ version: sequence, events }), testVault));

/** A bus that takes events until it has taken so many, and remembers what it was given. */
const busFor = (capacity = Number.POSITIVE_INFINITY) => {
  const taken: PublishedEvent[] = [];
  const calls: number[] = [];
  const publish: Publish = async (events) => {
    calls.push(events.length);
    const room = Math.min(events.length, capacity - taken.length);
    taken.push(...events.slice(0, room));
    return room;
  };
  return { taken, calls, publish };
};

describe("a batch of changes", () => {
  test("every event of every write is published, in order, ten at a time", async () => {
    const bus = busFor();
    const writes = Array.from({ length: 5 }, (_, index) =>
      write(index + 1, [waiting(index + 1, 0), waiting(index + 1, 1), waiting(index + 1, 2)]),
    );
    expect(await publishChanges({ Records: writes }, bus.publish)).toEqual({ batchItemFailures: [] });
    expect(bus.taken.map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5].flatMap((version) => [0, 1, 2].map((index) => `case-1-${version}-${index}`)),
    );
    expect(bus.calls).toEqual([10, 5]);
    expect(bus.taken[0]).toMatchObject({ type: "step-waiting", version: 1, caseId: "case-1", at });
  });

  test("bytes come over the stream as base64, and lists from before events were packed: all say the same", async () => {
    const item = toItem(aCase({ version: 3, events: [waiting(3, 0), waiting(3, 1)] }), testVault);
    const base64 = Buffer.from(item.events as Uint8Array).toString("base64");
    const inLambda = record(3, item);
    (inLambda.dynamodb?.NewImage as Record<string, object>).events = { B: base64 };
    const kept = record(3, { ...item, events: [waiting(3, 0), waiting(3, 1)] });
    for (const each of [record(3, item), inLambda, kept]) {
      const bus = busFor();
      expect(await publishChanges({ Records: [each] }, bus.publish)).toEqual({ batchItemFailures: [] });
      expect(bus.taken).toMatchObject(
        [waiting(3, 0), waiting(3, 1)].map(({ id, type, at, data }) => ({ id, type, at, data })),
      );
    }
  });

  test("links, documents, removals and writes that tell nothing are passed over", async () => {
    const bus = busFor();
    const link = record(1, { pk: "CASE#case-1", sk: "PERSON#one", personPk: "PERSON#one" });
    const Records = [link, record(2, undefined), write(3, [])];
    expect(await publishChanges({ Records }, bus.publish)).toEqual({ batchItemFailures: [] });
    expect(bus.calls).toEqual([]);
  });

  test("where the bus stops taking, the stream comes again from that write", async () => {
    const bus = busFor(3);
    const Records = [1, 2, 3].map((version) => write(version, [waiting(version, 0), waiting(version, 1)]));
    expect(await publishChanges({ Records }, bus.publish)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    expect(bus.taken).toHaveLength(3);
  });

  test("what comes after a call that failed is not sent before it", async () => {
    const bus = busFor(4);
    const Records = Array.from({ length: 25 }, (_, index) => write(index + 1, [waiting(index + 1, 0)]));
    expect(await publishChanges({ Records }, bus.publish)).toEqual({ batchItemFailures: [{ itemIdentifier: "5" }] });
    expect(bus.calls).toEqual([10]);
  });

  test("a bus that cannot be reached fails the first write that is not published", async () => {
    const unreachable: Publish = async () => {
      throw new Error("connect ECONNREFUSED");
    };
    const Records = [write(1, []), write(2, [waiting(2, 0)]), write(3, [waiting(3, 0)])];
    expect(await publishChanges({ Records }, unreachable)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  });

  test("an event that is not as its schema says is not published; what came before it is", async () => {
    const bus = busFor();
    const wrong = { ...waiting(2, 0), data: { step: "confirm", waitsFor: "applicant", name: "王某" } };
    const Records = [write(1, [waiting(1, 0)]), write(2, [wrong]), write(3, [waiting(3, 0)])];
    expect(await publishChanges({ Records }, bus.publish)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    expect(bus.taken.map(({ id }) => id)).toEqual(["case-1-1-0"]);
  });
});
