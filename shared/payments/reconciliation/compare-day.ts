import { createHash } from "node:crypto";
import type { CalendarDate } from "../../kernel/day.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PayWay } from "../bill.ts";
import type { DayLine } from "../wallet.ts";
import type { Difference, Movement, Repair } from "./difference.ts";

/** Of a foreign line anything may stand in its numbers; an id of ours goes into addresses. */
const idOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);

/** What identifies a movement on both sides: our own numbers. */
const numberOf = (line: DayLine): string =>
  line.kind === "payment" ? `payment ${line.orderNumber}` : `refund ${line.refundNumber ?? ""}`;

/**
 * Lays a wallet's account of a day beside what we booked, line by line, both ways. Pure; `propose` says what can be done
 * about a line that we have not booked.
 */
export const compareDay = (
  about: { readonly way: PayWay; readonly day: CalendarDate; readonly now: Instant },
  theirs: readonly DayLine[],
  ours: readonly Movement[],
  propose: (line: DayLine) => Repair,
): readonly Difference[] => {
  const booked = new Map(ours.map((movement) => [numberOf(movement), movement]));
  const seen = new Set<string>();
  const differences: Difference[] = [];
  const note = (
    kind: Difference["kind"],
    repair: Repair,
    line: DayLine | undefined,
    movement: Movement | undefined,
  ): void => {
    const either = line ?? movement;
    if (either === undefined) return;
    const { way, day, now } = about;
    differences.push({
      // A wallet that lists one order twice makes two differences.
      id: idOf(way, day, kind, numberOf(either), (line ?? either).reference),
      way,
      day,
      kind,
      status: "open",
      orderNumber: either.orderNumber,
      ...(either.refundNumber !== undefined && { refundNumber: either.refundNumber }),
      ...(line && { theirs: { kind: line.kind, reference: line.reference, amount: line.amount, at: line.at } }),
      ...(movement && { ours: { amount: movement.amount, reference: movement.reference } }),
      repair,
      foundAt: now,
    });
  };
  for (const line of theirs) {
    const number = numberOf(line);
    const movement = booked.get(number);
    if (movement === undefined) note("not-booked", propose(line), line, undefined);
    else if (seen.has(number)) note("reference-differs", "by-hand", line, movement);
    else if (movement.amount !== line.amount) note("amount-differs", "by-hand", line, movement);
    else if (movement.reference !== line.reference) note("reference-differs", "by-hand", line, movement);
    seen.add(number);
  }
  for (const movement of ours) {
    if (seen.has(numberOf(movement))) continue;
    note("not-at-wallet", movement.kind === "payment" ? "reverse-payment" : "by-hand", undefined, movement);
  }
  return differences;
};
