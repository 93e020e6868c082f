import { advanceDueCases } from "../../../shared/actions/advance-due-cases.ts";
import { codeOfPayment, codesUnder } from "../../../shared/actions/certificate-codes.ts";
import { collectTaxes } from "../../../shared/actions/collect-taxes.ts";
import type { IssuingWorld } from "../../../shared/actions/issue-certificates.ts";
import type { ReconcilingWorld } from "../../../shared/actions/reconcile.ts";
import { settleCase } from "../../../shared/actions/settle-case.ts";
import type { World } from "../../../shared/actions/world.ts";
import { paces } from "../../../shared/cases/engine.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import { packages } from "../../../shared/packages/index.ts";
import type { Bill } from "../../../shared/payments/bill.ts";
import type { BillStore } from "../../../shared/payments/bill-store.ts";
import { checkDueBills } from "../../../shared/payments/check-bill.ts";
import { accessLog } from "../../../shared/people/access-log/access-log.ts";
import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import { testSecret } from "../../support/test-world.ts";
import type { VirtualAuthorities } from "./authorities.ts";
import type { VirtualCertificates } from "./certificates.ts";
import type { VirtualMoney } from "./money.ts";
import { type Calls, ProcessDied, ProcessLife } from "./process-life.ts";
import { reachedBy } from "./reached.ts";
import type { VirtualTable } from "./table.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface HostParts {
  readonly time: VirtualTime;
  readonly calls: Calls;
  readonly table: VirtualTable;
  readonly authorities: VirtualAuthorities;
  readonly money: VirtualMoney;
  readonly certificates: VirtualCertificates;
  readonly faults: unknown[];
  /** By how much the host's clock is off at a moment, in milliseconds. */
  readonly skew?: (now: number) => number;
}

/** What a process of the laboratory works with: cases, the money that they bring about, and what is certified of both. */
export type LaboratoryWorld = World & ReconcilingWorld & IssuingWorld & { readonly bills: BillStore };

export const hash = keyedHash(testSecret);
export const codeOf = codesUnder(hash);
const downMilliseconds = 1_000;
const patienceMilliseconds = 1_500;

/** A host: one process after another, each with connectors of its own, all over the same table. */
export class Host {
  readonly #parts: HostParts;
  #life: ProcessLife;
  #world: LaboratoryWorld;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#life = new ProcessLife(parts.calls);
    this.#world = this.#compose();
  }

  /** Does something in the process as it is; a dead one is replaced first. @throws ProcessDied */
  async act<Result>(what: (world: LaboratoryWorld, life: ProcessLife) => Promise<Result>): Promise<Result> {
    if (this.#life.isOver) {
      await this.#parts.time.sleep(downMilliseconds);
      if (this.#life.isOver) {
        this.#life = new ProcessLife(this.#parts.calls);
        this.#world = this.#compose();
      }
    }
    const life = this.#life;
    return Promise.race([what(this.#world, life), life.ended]);
  }

  #compose(): LaboratoryWorld {
    const { time, table, authorities, money, certificates, faults, skew = () => 0 } = this.#parts;
    const life = this.#life;
    const clock = () => toInstant(time.now + skew(time.now));
    const bills = money.billsFor(life);
    const world: World = {
      cases: table.storeFor(life),
      packages,
      call: collectTaxes(authorities.callFrom(life), { bills, hash, clock }),
      clock,
      hash,
      access: accessLog({ store: reachedBy(life, "access-log", table.chains), hash }),
      publicUrl: "https://bureau.example",
      office: "liuzhou",
      pace: paces.service,
      onFault: (fault) => faults.push(fault),
    };
    const tell = async (bill: Bill) => void (await settleCase({ ...world, bills }, bill));
    const certify = async (bill: Bill) => codeOfPayment(hash, bill);
    return {
      ...world,
      bills,
      payments: money.paymentsFor(life, clock, { tell, certify }),
      differences: money.differences,
      ...certificates.issuingFor(life),
    };
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof ProcessDied || /Throughput|Silent/.test((error as Error).name);

/** A patient client: whatever goes wrong, it sends the same request again; a refusal is an answer. */
export const patiently = async <Result>(
  { time }: Pick<HostParts, "time">,
  hostOf: () => Host,
  request: (world: LaboratoryWorld) => Promise<Result>,
): Promise<Result> => {
  for (;;) {
    try {
      return await hostOf().act(request);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await time.sleep(patienceMilliseconds);
    }
  }
};

/** The timers that look for due cases and due bills. */
export const sweepForever = async ({ time }: HostParts, host: Host, everyMilliseconds: number): Promise<never> => {
  for (;;) {
    await time.sleep(everyMilliseconds);
    await host.act((world) => advanceDueCases(world, {})).catch(ignorePassing);
    await host.act((world) => checkDueBills(world.payments, 25)).catch(ignorePassing);
  }
};

/** A failed sweep or batch comes again; anything else is a fault of ours. */
export const ignorePassing = (error: unknown): void => {
  if (!isPassing(error)) throw error;
};
