import { z } from "zod";
import { type AuthorityId, authorityIds } from "../../../../shared/connectors/authorities.ts";
import { type WalletId, walletIds } from "../wallets/wallet-ids.ts";

/**
 * Faults on request.
 * - before the desk: `slow` (then all is well), `silent` (never answers), `500`, `503`, `reset` (connection cut), `not-found`
 * - after the desk, its act done: `lost-answer` (connection cut), `garbage` (no JSON), `wrong-shape` (JSON without the
 *   fields), `contradicting` (well-formed, but against what another authority says)
 * - on late answers: `lost-notice` (kept back until released), `repeated-notice` (sent twice)
 */
const modes = [
  "slow",
  "silent",
  "500",
  "503",
  "reset",
  "not-found",
  "lost-answer",
  "garbage",
  "wrong-shape",
  "contradicting",
  "lost-notice",
  "repeated-notice",
] as const;

export type FaultMode = (typeof modes)[number];

/** Whom a fault can be asked for: authorities, and the two wallets. */
export type FaultyId = AuthorityId | WalletId;

export const Fault = z.strictObject({
  authority: z.enum([...authorityIds, ...walletIds] as readonly FaultyId[]),
  /** Absent: all operations of the authority. */
  operation: z.string().optional(),
  mode: z.enum(modes),
  /** How slow. */
  milliseconds: z.number().int().min(0).default(1000),
  /** How often; absent: until the faults are cleared. */
  times: z.number().int().min(1).optional(),
});
export type Fault = z.infer<typeof Fault>;

const onNotices: readonly FaultMode[] = ["lost-notice", "repeated-notice"];

export class Faults {
  #faults: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#faults = [];
  }

  list(): readonly (Fault & { readonly left: number | "always" })[] {
    return this.#faults.map(({ fault, left }) => ({ ...fault, left: Number.isFinite(left) ? left : "always" }));
  }

  /** The fault that strikes this call, used up by one. The earliest asked for comes first. */
  takeForCall(authority: FaultyId, operation: string): Fault | undefined {
    return this.#take(authority, operation, (mode) => !onNotices.includes(mode));
  }

  takeForNotice(authority: FaultyId, operation: string): Fault | undefined {
    return this.#take(authority, operation, (mode) => onNotices.includes(mode));
  }

  #take(authority: FaultyId, operation: string, fits: (mode: FaultMode) => boolean): Fault | undefined {
    const found = this.#faults.find(
      ({ fault }) => fault.authority === authority && fits(fault.mode) && (fault.operation ?? operation) === operation,
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#faults = this.#faults.filter((each) => each !== found);
    return found.fault;
  }
}
