import type { Text } from "../../shared/kernel/text.ts";

export interface Place {
  readonly id: string;
  /** After `#/`; what follows a colon may be left out. */
  readonly path: string;
  readonly name: Text;
  readonly keys: string;
}

/** Where an officer can go: said once for the router, the rail, the keys and the tests. */
export const places = [
  { id: "queue", path: "queue/:caseId?", name: { zh: "待办", en: "Queue" }, keys: "g q" },
  { id: "overdue", path: "overdue/:caseId?", name: { zh: "他方逾期", en: "Others late" }, keys: "g o" },
  { id: "differences", path: "differences", name: { zh: "对账差异", en: "Reconciliation" }, keys: "g d" },
  { id: "authorities", path: "authorities", name: { zh: "部门状态", en: "Authorities" }, keys: "g a" },
  { id: "speed", path: "speed", name: { zh: "办理速度", en: "Speed" }, keys: "g s" },
  { id: "map", path: "map/:packageId?", name: { zh: "套餐图", en: "Package map" }, keys: "g m" },
  { id: "audit", path: "audit", name: { zh: "查阅审计", en: "Audit" }, keys: "g l" },
] as const satisfies readonly Place[];

export type PlaceId = (typeof places)[number]["id"];
