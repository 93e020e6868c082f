import type { Case } from "../../../shared/cases/case.ts";
import type { CaseStore } from "../../../shared/cases/case-store.ts";
import { testVault } from "../../support/test-world.ts";
import { type Forecast, VirtualAuthorities } from "./authorities.ts";
import { type ClientParts, deliverForever, livePatiently, tellForever } from "./clients.ts";
import type { Fate } from "./fate.ts";
import { Host, type HostParts, sweepForever } from "./hosts.ts";
import { VirtualMoney } from "./money.ts";
import { Calls } from "./process-life.ts";
import type { Story } from "./stories.ts";
import { StreamConsumer } from "./stream.ts";
import { VirtualTable } from "./table.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface Trial {
  readonly stories: readonly Story[];
  readonly fate: Fate;
  readonly seed: number;
  /** Cases that stand in the table from before; their people go on with them. */
  readonly existing?: readonly Case[];
  /** One host by default; with two, requests go to either by chance. */
  readonly hosts?: number;
  /** By how much a host's clock is off at a moment. */
  readonly skew?: (host: number, now: number) => number;
  readonly forecast?: Forecast;
  /** When each story's people come, in milliseconds after the start. */
  readonly arrival?: (index: number) => number;
  readonly onQuestion?: ClientParts["onQuestion"];
  readonly pollMilliseconds?: number;
}

/** What is left when everything has come to an end. */
export interface Aftermath {
  readonly cases: readonly Case[];
  readonly store: CaseStore;
  readonly acts: ReturnType<VirtualAuthorities["acts"]>;
  readonly bus: StreamConsumer["bus"];
  readonly faults: readonly unknown[];
  /** What ledger and wallets disagree about. */
  readonly money: readonly string[];
  readonly calls: Calls;
  readonly arrivals: VirtualAuthorities["arrivals"];
  /** Every write of a case, as the stream carried it. */
  readonly records: VirtualTable["records"];
  /** Calls that a breaker did not let out, by authority. */
  readonly keptBack: VirtualAuthorities["keptBack"];
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A Monday, ten in the morning in Liuzhou. */
export const start = "2026-11-23T02:00:00.000Z";

/** Lives through stories in virtual time under a fate, to their ends. */
export const tryOut = async (trial: Trial): Promise<Aftermath> => {
  const { stories, fate, seed, hosts: count = 1, skew, forecast, arrival = () => 0 } = trial;
  process.env.AWS_LAMBDA_LOG_LEVEL = "FATAL";
  const time = new VirtualTime(start, seed);
  const startedAt = time.now;
  const calls = new Calls(fate);
  const table = new VirtualTable(testVault);
  for (const old of trial.existing ?? []) await table.cases.create(old);
  const authorities = new VirtualAuthorities(time);
  if (forecast) authorities.forecast = forecast;
  const money = new VirtualMoney(time);
  const faults: unknown[] = [];
  const partsOf = (host: number): HostParts => ({
    ...{ time, calls, table, authorities, money, faults },
    ...(skew && { skew: (now: number) => skew(host, now) }),
  });
  const hosts = Array.from({ length: count }, (_, host) => new Host(partsOf(host)));
  const hostOf = (): Host => hosts[Math.floor(Math.random() * hosts.length)] as Host;
  const { onQuestion, pollMilliseconds } = trial;
  const parts: ClientParts = {
    ...{ time, money, hostOf },
    ...(onQuestion && { onQuestion }),
    ...(pollMilliseconds !== undefined && { pollMilliseconds }),
  };
  const stream = new StreamConsumer(table);

  return time.run(async () => {
    const background = [
      ...hosts.map((host, index) => sweepForever(partsOf(index), host, 60_000)),
      deliverForever(parts, authorities),
      tellForever(parts),
      stream.consumeForever(time, new Host(partsOf(count))),
    ];
    const lives = stories.map(async (story, index) => {
      await time.sleep(arrival(index));
      return livePatiently(parts, story);
    });
    const ids = await Promise.race([Promise.all(lives), Promise.race(background)]);
    while (!stream.isSettled || !(await money.isSettled())) await Promise.race([time.sleep(1_000), ...background]);
    const cases = await Promise.all(ids.map((id) => table.cases.read(id)));
    return {
      records: table.records,
      money: await money.findings(),
      ...{ cases: cases as Case[], store: table.cases, acts: authorities.acts(), bus: stream.bus, faults, calls },
      ...{ arrivals: authorities.arrivals, keptBack: authorities.keptBack, startedAt, endedAt: time.now },
    };
  });
};
