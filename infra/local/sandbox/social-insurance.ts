import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import { daysBefore } from "./days.ts";
import { queryDesk, recordOrNotFound } from "./desk.ts";
import { companyList } from "./population/companies.ts";

/** Employers and how many people they have insured. */
export const socialInsurance: SandboxAuthority = {
  id: "social-insurance",
  seed: (today) =>
    companyList.flatMap(({ creditCode, insuredEmployees }) =>
      insuredEmployees === undefined
        ? []
        : [
            {
              kind: "employer",
              key: creditCode,
              record: { creditCode, insuredEmployees, insuredSince: daysBefore(today, 5) },
            },
          ],
    ),
  desks: {
    "employer-record": queryDesk(z.looseObject({ creditCode: z.string() }), ({ creditCode }, office) =>
      recordOrNotFound(office.read("employer", creditCode)),
    ),
  },
};
