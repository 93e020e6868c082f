import type { HandoverWorld } from "../../shared/actions/handovers.ts";
import type { CheckingWorld as Checking } from "../../shared/actions/look-up-certificate.ts";
import type { MoneyWorld } from "../../shared/actions/pay-bill.ts";
import type { BillReadingWorld } from "../../shared/actions/read-bills.ts";
import type { CompanyWorld } from "../../shared/actions/read-company-file.ts";
import type { DocumentWorld } from "../../shared/actions/read-documents.ts";
import type { SpeedWorld } from "../../shared/actions/read-speed.ts";
import type { ReconcilingWorld } from "../../shared/actions/reconcile.ts";
import type { World } from "../../shared/actions/world.ts";
import type { Locality } from "../../shared/tax/locality.ts";
import type { ReadingParts } from "./read-request.ts";

/** By what callers are let in; read before an endpoint is run. */
type Admission = Pick<ReadingParts, "sessions" | "loginRules" | "clientsHost">;

/** What the endpoints of each group work with: no more than the group's function is allowed to touch. */
export type CatalogueWorld = Pick<World, "packages" | "clock"> & { readonly locality: Locality };
export type ReadingWorld = Pick<World, "cases" | "packages" | "hash" | "clock" | "access" | "onUnusual"> & Admission;
export type ChangingWorld = World & Admission;
export type SharingWorld = HandoverWorld & Pick<World, "packages"> & Admission;
export type BillReading = ReadingWorld & BillReadingWorld;
export type PayingWorld = ChangingWorld & MoneyWorld & ReconcilingWorld & BillReadingWorld;
/** A wallet's notice is let in by its signature alone. */
export type NoticeWorld = Pick<PayingWorld, "payments" | "clock">;
/** Anybody who has a code is let in. */
export type CheckingWorld = Checking;
export type DocumentsWorld = ReadingWorld & DocumentWorld & CompanyWorld;
export type ExpectedTimeWorld = SpeedWorld & Pick<World, "office">;
export type SpeedReadingWorld = SpeedWorld & Pick<World, "hash">;
