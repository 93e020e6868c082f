import type { Case } from "../../../shared/cases/case.ts";
import type { CaseStore } from "../../../shared/cases/case-store.ts";
import type { Bill } from "../../../shared/payments/bill.ts";
import { testVault } from "../../support/test-world.ts";
import { type Forecast, VirtualAuthorities } from "./authorities.ts";
import { VirtualBus } from "./bus.ts";
import { VirtualCertificates } from "./certificates.ts";
import { type ClientParts, livePatiently } from "./clients.ts";
import { deliverForever, tellForever } from "./couriers.ts";
import type { Fate } from "./fate.ts";
import { codeOf, Host, type HostParts, sweepForever } from "./hosts.ts";
import { VirtualMoney } from "./money.ts";
import { Calls } from "./process-life.ts";
import { VirtualFigures } from "./speed.ts";
import type { LaboratoryStory } from "./stories.ts";
import { StreamConsumer } from "./stream.ts";
import { VirtualTable } from "./table.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface Trial {
  readonly stories: readonly LaboratoryStory[];
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
  readonly bus: VirtualBus["events"];
  readonly faults: readonly unknown[];
  /** What ledger and wallets disagree about. */
  readonly money: readonly string[];
  readonly bills: readonly Bill[];
  readonly certificates: VirtualCertificates;
  readonly figures: VirtualFigures;
  readonly chains: VirtualTable["chains"];
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
  const money = new VirtualMoney(time, (item) => table.tell(item));
  const certificates = new VirtualCertificates(codeOf);
  const faults: unknown[] = [];
  const partsOf = (host: number): HostParts => ({
    ...{ time, calls, table, authorities, money, certificates, faults },
    ...(skew && { skew: (now: number) => skew(host, now) }),
  });
  const hosts = Array.from({ length: count }, (_, host) => new Host(partsOf(host)));
  const hostOf = (): Host => hosts[Math.floor(Math.random() * hosts.length)] as Host;
  const { onQuestion, pollMilliseconds } = trial;
  const parts: ClientParts = {
    ...{ time, money, authorities, hostOf },
    ...(onQuestion && { onQuestion }),
    ...(pollMilliseconds !== undefined && { pollMilliseconds }),
  };
  const bus = new VirtualBus();
  const figures = new VirtualFigures();
  const streams = [
    new StreamConsumer(table, (batch, life) => bus.publish(batch, life)),
    new StreamConsumer(table, (batch, life) => figures.count(batch, life)),
  ];
  const isSettled = async () =>
    streams.every((stream) => stream.isSettled) && bus.isSettled && (await money.isSettled());

  return time.run(async () => {
    const background = [
      ...hosts.map((host, index) => sweepForever(partsOf(index), host, 60_000)),
      deliverForever(parts, authorities),
      tellForever(parts),
      // Each consumer is a function of its own.
      ...streams.map((stream) => stream.consumeForever(time, new Host(partsOf(count)))),
      bus.deliverForever(time, new Host(partsOf(count))),
    ];
    const lives = stories.map(async (story, index) => {
      await time.sleep(arrival(index));
      return livePatiently(parts, story);
    });
    const ids = await Promise.race([Promise.all(lives), Promise.race(background)]);
    while (!(await isSettled())) await Promise.race([time.sleep(1_000), ...background]);
    const cases = await Promise.all(ids.map((id) => table.cases.read(id)));
    return {
      records: table.records,
      money: await money.findings(),
      bills: await money.all(),
      ...{ certificates, figures, chains: table.chains },
      ...{ cases: cases as Case[], store: table.cases, acts: authorities.acts(), bus: bus.events, faults, calls },
      ...{ arrivals: authorities.arrivals, keptBack: authorities.keptBack, startedAt, endedAt: time.now },
    };
  });
};
