import { expect, test } from "vitest";
import { packages } from "../../shared/packages/index.ts";
import { latestVersions } from "../../shared/packages/latest.ts";

/** Declarations, commitments (告知承诺), applications for money and agreements: what one would have signed by hand. */
const signedByHandBefore: Readonly<Record<string, readonly string[]>> = {
  "new-taxpayer": ["confirm-form"],
  "second-hand-housing": [
    "seller-marriage",
    "buyer-marriage",
    "seller-statement",
    "buyer-statement",
    "seller-declaration",
    "buyer-declaration",
  ],
  "repurchase-refund": ["application"],
};

test.each(latestVersions(packages).map((each) => [each.id, each] as const))(
  "%s: exactly what a person answers for by law needs a session that has proven them anew",
  (id, { steps }) => {
    const marked = steps.filter(({ asks, instead }) => asks?.needsStepUp || instead?.needsStepUp);
    expect(marked.map(({ id: step }) => step)).toEqual(signedByHandBefore[id] ?? []);
  },
);
