import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bus, startBus } from "../../infra/local/bus.ts";

let bus: Bus;
let client: EventBridgeClient;
beforeEach(async () => {
  bus = await startBus({ log: () => {} });
  client = new EventBridgeClient({
    endpoint: bus.endpoint,
    region: "cn-north-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterEach(async () => {
  client.destroy();
  await bus.close();
});

const entry = (detail: string, detailType = "case-opened") => ({
  Source: "one-window",
  DetailType: detailType,
  Detail: detail,
  EventBusName: "one-window",
});

test("the real SDK puts events, and they can be waited for", async () => {
  const arriving = bus.waitFor(({ detailType }) => detailType === "case-completed");
  const answer = await client.send(
    new PutEventsCommand({ Entries: [entry('{"caseId":"1"}'), entry('{"caseId":"2"}', "case-completed")] }),
  );
  expect(answer.FailedEntryCount).toBe(0);
  expect(answer.Entries?.map(({ EventId }) => EventId)).toEqual(bus.events.map(({ id }) => id));
  expect(await arriving).toMatchObject({ source: "one-window", bus: "one-window", detail: { caseId: "2" } });
});

test.each(["not json", "7", '"text"', "[]"])("an entry whose detail is %s fails alone", async (detail) => {
  const { FailedEntryCount, Entries } = await client.send(
    new PutEventsCommand({ Entries: [entry(detail), entry("{}")] }),
  );
  expect(FailedEntryCount).toBe(1);
  expect(Entries?.[0]).toMatchObject({ ErrorCode: "InvalidArgument" });
  expect(bus.events).toHaveLength(1);
});

test("more than ten entries are refused", async () => {
  const entries = Array.from({ length: 11 }, () => entry("{}"));
  await expect(client.send(new PutEventsCommand({ Entries: entries }))).rejects.toThrow();
  expect(bus.events).toEqual([]);
});

test("it fails on request, and the SDK tries again", async () => {
  bus.failNext(1);
  const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: [entry("{}")] }));
  expect(FailedEntryCount).toBe(0);
  expect(bus.events).toHaveLength(1);
});
