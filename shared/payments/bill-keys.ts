import { dueShardOf } from "../cases/table.ts";
import type { CalendarDate } from "../kernel/day.ts";
import type { PayWay } from "./bill.ts";

/*
 * Bills live in the one table, under keys of their own, and in its indexes, under partitions of their own: the sweep of
 * cases never meets a bill.
 */

export const billKey = (billId: string) => ({ pk: `BILL#${billId}`, sk: "BILL" });
export const movementKey = (billId: string, id: string) => ({ pk: `BILL#${billId}`, sk: `MOVEMENT#${id}` });

export const billListKey = (name: string) => ({ pk: `BILLS#${name}`, sk: "BILLS" });

export const billDuePartition = (shard: number): string => `BILL-DUE#${shard}`;
export const billShardOf = (billId: string): number => dueShardOf(billId);

/** In the index of queues: what moved through a wallet on a day. */
export const movementPartition = (way: PayWay, day: CalendarDate): string => `MOVEMENTS#${way}#${day}`;
export const billIdOfKey = (pk: string): string => pk.slice("BILL#".length);
