import type { Sheet } from "../../sheet.ts";
import type { Computation } from "../computation.ts";
import { toOfficer } from "../to-officer.ts";

export const computeNonResidential = (sheet: Sheet): Computation => toOfficer(sheet, "non-residential");
