import { expect, test } from "vitest";
import { asPdf } from "../../functions/wiring/endpoint.ts";
import { caseOwner } from "../../shared/actions/certificate-owners.ts";
import { undisturbed } from "../faults/lab/fate.ts";
import { tryOut } from "../faults/lab/laboratory.ts";
import { laboratoryStories } from "../faults/lab/stories.ts";

/** What may stand between quotes in a header, and in a file's name on any system. */
const harmless = /^[\w.-]+$/;

test("a file's name in a header is made of ids of our own, whatever its holder is called", async () => {
  const building = laboratoryStories.building ?? expect.fail();
  const left = await tryOut({ stories: [building], fate: undisturbed, seed: 1 });
  const [found] = left.cases;
  const { store } = left.certificates;
  const codes = await store.list(caseOwner(found?.id ?? ""));
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) {
    const record = (await store.read(code)) ?? expect.fail("no record");
    expect(record.id).toMatch(harmless);
    const mark = { mark: "R-34679ACD", at: record.issuedAt };
    const { headers = {} } = asPdf(Buffer.from("%PDF"), { name: record.id, by: mark as never }).bytes ?? {};
    expect(headers["content-disposition"]).toBe(`attachment; filename="${record.id}-R-34679ACD.pdf"`);
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  }
});
