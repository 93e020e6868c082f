import type { Contract } from "../contract.ts";
import type { RouteName } from "../routes.ts";
import * as accessLog from "./access-log.ts";
import * as authorisations from "./authorisations.ts";
import * as caseChanging from "./case-changing.ts";
import * as caseReading from "./case-reading.ts";
import * as catalogue from "./catalogue.ts";
import * as certificates from "./certificates.ts";
import * as dataSubjects from "./data-subjects.ts";
import * as estimate from "./estimate.ts";
import * as money from "./money.ts";
import * as sharing from "./sharing.ts";
import * as speed from "./speed.ts";

/** Every route's contract. Endpoints import their own one alone, so that no function carries the others' schemas. */
export const contracts = {
  ...catalogue,
  ...estimate,
  ...caseReading,
  ...caseChanging,
  ...certificates,
  ...sharing,
  ...authorisations,
  ...dataSubjects,
  ...accessLog,
  ...speed,
  ...money,
} as const satisfies Record<RouteName, Contract>;

export type Contracts = typeof contracts;
