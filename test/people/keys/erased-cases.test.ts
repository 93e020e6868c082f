import { expect, test } from "vitest";
import { viewAuthorisations } from "../../../shared/api/views/authorisation-view.ts";
import { summarizeCase, viewCase } from "../../../shared/api/views/case-view.ts";
import { viewMailbox } from "../../../shared/api/views/messages-view.ts";
import { viewTimeline } from "../../../shared/api/views/timeline-view.ts";
import { documentsIn } from "../../../shared/cases/documents-in.ts";
import { openItem, sealedItem } from "../../../shared/cases/sealed-item.ts";
import { certificatesOf } from "../../../shared/certificates/contents/certificates-of-case.ts";
import { packages } from "../../../shared/packages/index.ts";
import { erasedWords } from "../../../shared/people/keys/erased.ts";
import { destroyed } from "../../../shared/people/keys/erasure.ts";
import { callerOf } from "../../faults/lab/clients.ts";
import { oldCases } from "../../faults/lab/old-cases.ts";
import { aBureau, hash } from "./support.ts";

// In every stage, since one case may be over and another person's still be read in it; and everybody whom it names.
const scenes = oldCases().flatMap(({ release, story, found }) =>
  [...new Map([...documentsIn(found)].map((each) => [hash.person(each), each]))].map(
    ([person, { idNumber }], index) =>
      [`${release} ${story} version ${found.version}, person ${index + 1}`, { found, person, idNumber }] as const,
  ),
);

test("there are cases with one person and with several", () => {
  expect(scenes.length).toBeGreaterThan(30);
});

test.each(scenes)("%s: erased, the case is shown to everybody and says so", async (_, { found, person, idNumber }) => {
  const bureau = aBureau();
  const item = await sealedItem(found, bureau.instance().vault);
  await destroyed(bureau.store, person, 1, bureau.time.now);
  const left = await openItem(item, bureau.instance().vault);
  const officer = callerOf("officer-lin");
  const seen = JSON.stringify([
    viewCase(packages, left, officer),
    summarizeCase(packages, left, officer),
    viewTimeline(packages, left),
    viewMailbox(packages, { case: left, messages: left.messages ?? [], marks: [] }),
    viewAuthorisations(packages, left, officer, bureau.time.now),
    certificatesOf(packages, left, []),
    left,
  ]);
  expect(seen).not.toContain(idNumber);
  expect(seen).toContain(erasedWords);
  for (const { person: party, role } of left.parties) {
    const caller = { ...callerOf("seller-wei"), key: party, roles: ["resident" as const] };
    expect([role, viewCase(packages, left, caller).id]).toEqual([role, found.id]);
  }
});
