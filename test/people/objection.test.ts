import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Login } from "../../infra/local/sandbox/population/people.ts";
import { objectToRecords } from "../../shared/actions/object-to-records.ts";
import { readCaseUnnoted } from "../../shared/actions/read-case.ts";
import { readMessages } from "../../shared/actions/read-messages.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import { viewMailbox } from "../../shared/api/views/messages-view.ts";
import { viewSubjectNotice } from "../../shared/api/views/subject-notice-view.ts";
import { viewTimeline } from "../../shared/api/views/timeline-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { apply } from "../../shared/cases/transitions.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { conceal } from "../../shared/people/keys/conceal.ts";
import { startTown, type Town } from "../packages/housing-town.ts";

let town: Town;
let waiting: Case;
beforeEach(async () => {
  town = await startTown();
  // The seller's spouse is no party: an officer has the family before them.
  waiting = await town.authorised("LZ-CLF-000501", ["seller-su"], ["buyer-ou"]);
});
afterEach(() => town.close());

const why = "我没有同意使用我的婚姻登记";
let keys = 0;
const object = (login: Login, idempotencyKey?: string, reason = why) => {
  keys += 1;
  const caller: Caller = { ...town.callerOf(login), route: "objectToRecords" };
  return objectToRecords(town.world, {
    caller,
    caseId: waiting.id,
    reason,
    idempotencyKey: idempotencyKey ?? `objection-${keys}`,
  });
};
const noticeTo = async (login: Login) => {
  const caller: Caller = { ...town.callerOf(login), route: "getSubjectNotice" };
  const { packages, hash, clock } = town.world;
  const found = await readCaseUnnoted(town.world, { caller, caseId: waiting.id });
  return viewSubjectNotice(packages, hash, found, caller, clock());
};
const askedOf = async (operation: string): Promise<number> =>
  (await town.control.queries()).filter((each: { operation: string }) => each.operation === operation).length;
const refusal = (code: string) => expect.objectContaining({ code });

describe("an absent spouse", () => {
  test("reads which record names them, from whom and what for, and not a value of anybody", async () => {
    const notice = await noticeTo("spouse-nong");
    expect(notice.records).toMatchObject([
      { id: "seller-marriage", authority: { id: "civil-affairs" }, isHeldBack: false },
    ]);
    expect(notice).toMatchObject({ mayObject: true, objections: [] });
    expect(notice.objectionMeans.zh).toContain("核实前不再使用");
    for (const login of ["seller-su", "buyer-ou", "spouse-nong"] as const) {
      const { idNumber, name } = town.callerOf(login).person;
      expect(JSON.stringify(notice)).not.toContain(idNumber);
      expect(JSON.stringify(notice)).not.toContain(name);
    }
  });

  test("objects: the record is used no further, what followed from it is taken back, and an officer has two days", async () => {
    expect(waiting.facts.sellerMarriages).toBeDefined();
    const held = await object("spouse-nong");
    expect(held.facts.sellerMarriages).toBeUndefined();
    expect(held.steps["seller-marriage"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    expect(held.steps["seller-marriage"]?.promisedBy).toBe("2026-11-25T02:00:00.000Z");
    expect(held.steps["family-check"]?.status).toBe("again");
    expect(await noticeTo("spouse-nong")).toMatchObject({
      mayObject: false,
      records: [{ id: "seller-marriage", isHeldBack: true }],
      objections: [{ state: "examined", reason: why, answers: [] }],
    });
    // Days later it still is: nothing goes on by itself.
    const asked = await askedOf("marriages");
    await town.sweepLater(3 * 86_400_000);
    expect(await askedOf("marriages")).toBe(asked);
    expect((await town.read(waiting)).steps["seller-marriage"]?.status).toBe("waiting");
  });

  test("the officer reads why and who, masked; the parties no more than that an officer examines a record", async () => {
    const held = await object("spouse-nong");
    const { packages } = town.world;
    const seen = viewCase(packages, held, town.callerOf("officer-lin"));
    const question = seen.questions.find(({ stepId }) => stepId === "seller-marriage")?.forOfficer;
    const { name } = town.callerOf("spouse-nong").person;
    expect(question?.objections).toMatchObject([{ reason: why, who: expect.stringMatching(/^.\*+$/) }]);
    expect(question?.because?.zh).toContain(why);
    expect(JSON.stringify(question)).not.toContain(name);
    for (const login of ["seller-su", "buyer-ou"] as const) {
      const caller = town.callerOf(login);
      const shown = JSON.stringify([
        viewCase(packages, held, caller),
        viewMailbox(packages, await readMessages(town.world, { caller, caseId: waiting.id })),
        viewTimeline(packages, held),
      ]);
      for (const secret of [why, name, "异议", "objection", "objects"]) expect(shown, secret).not.toContain(secret);
      expect(shown).toContain("该记录由税务人员核实后再使用");
    }
  });

  test("is answered: examined and used, the record is looked up anew, and the objection is over", async () => {
    await object("spouse-nong");
    const asked = await askedOf("marriages");
    await town.decide(waiting, "seller-marriage", { approved: true });
    expect(await askedOf("marriages")).toBe(asked + 1);
    const later = await town.read(waiting);
    expect(later.facts.sellerMarriages).toBeDefined();
    expect(later.steps["family-check"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    expect((await noticeTo("spouse-nong")).objections).toMatchObject([
      { state: "used", answers: [{ reason: "examined" }] },
    ]);
    await expect(object("spouse-nong")).rejects.toEqual(refusal("objected-already"));
    // Looked up once more on another day, it is held back no more.
    await town.decide(waiting, "family-check", {
      approved: true,
      values: { families: { "seller-1": { otherHomesInProvince: 0 } } },
    });
    await town.sweepLater(86_400_000);
    expect((await town.read(waiting)).steps["seller-marriage"]?.status).toBe("done");
  });

  test("is answered: upheld, the record is not used, and nothing of it stays in the case", async () => {
    await object("spouse-nong");
    await town.decide(waiting, "seller-marriage", { approved: false });
    const over = await town.read(waiting);
    expect(over.status).toBe("refused");
    expect(JSON.stringify([over.facts, over.steps])).not.toContain(town.callerOf("spouse-nong").person.idNumber);
    expect(await noticeTo("spouse-nong")).toMatchObject({ records: [], objections: [{ state: "not-used" }] });
    for (const login of ["seller-su", "buyer-ou"] as const) {
      const view = viewCase(town.world.packages, over, town.callerOf(login));
      const stated = view.steps.find(({ id }) => id === "seller-marriage")?.words.zh;
      expect(stated).toBe("不予办理:该记录经税务人员核实,不用于本办件:examined");
      for (const secret of [why, town.callerOf("spouse-nong").person.name, "异议"]) {
        expect(JSON.stringify(view), secret).not.toContain(secret);
      }
    }
  });

  test("the same request repeated is one objection; another under the same key is refused", async () => {
    const first = await object("spouse-nong", "once");
    const again = await object("spouse-nong", "once");
    expect(again.version).toBe(first.version);
    expect(again.objections).toHaveLength(1);
    await expect(object("spouse-nong", "once", "另一个理由")).rejects.toEqual(refusal("idempotency-key-reused"));
  });

  test("once the declaration is filed, it is too late, and says so", async () => {
    await town.decide(waiting, "family-check", {
      approved: true,
      values: { families: { "seller-1": { otherHomesInProvince: 0 } } },
    });
    await town.answer(waiting, "seller-declaration", "seller-su");
    await town.answer(waiting, "buyer-declaration", "buyer-ou");
    expect((await town.read(waiting)).steps["file-declaration"]?.status).toBe("done");
    expect((await noticeTo("spouse-nong")).mayObject).toBe(false);
    await expect(object("spouse-nong")).rejects.toEqual(refusal("objection-too-late"));
  });

  test("a new look-up of what came before does not let the record slip past the officer", async () => {
    const held = await object("spouse-nong");
    const again = ["contract", "seller-marriage"];
    const because = { zh: "合同已变更", en: "the contract changed" };
    const changed = apply(held, {
      type: "reopened",
      step: "contract",
      at: town.world.clock(),
      again,
      unlessBegun: [],
      because,
    });
    await town.world.cases.replace({ ...changed, version: held.version + 1, due: town.world.clock() }, held.version);
    const asked = await askedOf("marriages");
    await town.sweepLater(1000);
    expect((await town.read(waiting)).steps["seller-marriage"]).toMatchObject({
      status: "waiting",
      waitsFor: "officer",
    });
    expect(await askedOf("marriages")).toBe(asked);
  });
});

describe("who else asks", () => {
  test("strangers learn as little as of a case that does not exist", async () => {
    await expect(noticeTo("seller-wei")).rejects.toEqual(refusal("case-not-found"));
    await expect(object("seller-wei")).rejects.toEqual(refusal("case-not-found"));
    const caller: Caller = { ...town.callerOf("spouse-nong"), route: "getSubjectNotice" };
    await expect(readCaseUnnoted(town.world, { caller, caseId: "no-such-case" })).rejects.toEqual(
      refusal("case-not-found"),
    );
  });

  test("the case's own people are shown their own way", async () => {
    await expect(object("seller-su")).rejects.toEqual(refusal("belongs-to-case"));
    await expect(noticeTo("buyer-ou")).rejects.toEqual(refusal("belongs-to-case"));
  });

  test("everywhere else the spouse is a stranger", async () => {
    for (const route of ["getCase", "getMessages", "getTimeline", "listDocuments", "listAuthorisations"] as const) {
      const caller: Caller = { ...town.callerOf("spouse-nong"), route };
      await expect(readCaseUnnoted(town.world, { caller, caseId: waiting.id }), route).rejects.toEqual(
        refusal("case-not-found"),
      );
    }
  });
});

test("what they said, and who they are, is sealed under their own key: with it gone, the rest of the case opens still", async () => {
  const held = await object("spouse-nong");
  const { hash } = town.world;
  const { rest, taken } = conceal(held.objections, hash);
  expect(JSON.stringify(rest)).not.toContain(why);
  expect([...taken.keys()]).toEqual([town.callerOf("spouse-nong").key]);
  expect([...taken.values()][0]).toContain(why);
});

test("a child objects from its own login: the first record that names it decides, and what was found by it waits", async () => {
  waiting = await town.authorised("LZ-CLF-000301", ["seller-tan", "seller-luo"], ["buyer-lan", "buyer-shi"]);
  expect((await noticeTo("child-lan")).records.map(({ id }) => id).sort()).toEqual([
    "children-homes",
    "children-presale-homes",
    "household",
  ]);
  const held = await object("child-lan");
  expect(held.objections?.[0]?.steps).toEqual(["household"]);
  expect(held.steps.household).toMatchObject({ status: "waiting", waitsFor: "officer" });
  for (const fact of ["minorChildren", "childrenHomes", "childrenPresaleHomes", "assessment"]) {
    expect(held.facts, fact).not.toHaveProperty(fact);
  }
  await town.decide(waiting, "household", { approved: true });
  const later = await town.read(waiting);
  expect(later.steps["children-homes"]?.status).toBe("done");
  expect(later.facts).toHaveProperty("assessment");
});
