import { describe, expect, test } from "vitest";
import { MarriageRecord } from "../../shared/connectors/civil-affairs/port.ts";
import { familiesOf } from "../../shared/packages/housing/families.ts";

const person = (idNumber: string) => ({ name: idNumber, idType: "resident-id" as const, idNumber, share: "1/2" });
const [an, bo, chen, dai] = [person("an"), person("bo"), person("chen"), person("dai")];

const record = (who: typeof an, state: "divorced" | "widowed" | "never-registered" | "not-found") =>
  MarriageRecord.parse({ idType: who.idType, idNumber: who.idNumber, state, since: "2020-02-20" });
const married = (who: typeof an, spouse: typeof an) =>
  MarriageRecord.parse({
    idType: who.idType,
    idNumber: who.idNumber,
    state: "married",
    since: "2010-01-01",
    spouse,
  });

/** `an+bo chen`: who forms a family with whom. */
const shape = (parties: (typeof an)[], records: MarriageRecord[], otherSide: (typeof an)[] = []) => {
  const { families, problems } = familiesOf("buyers", parties, records, otherSide);
  const names = families.map(({ self, spouse }) => (spouse ? `${self.name}+${spouse.name}` : self.name));
  return { families: names.join(" "), problems };
};

describe("families of one side", () => {
  test.each([
    ["a couple", [an, bo], [married(an, bo), married(bo, an)], "an+bo"],
    [
      "a couple and a friend",
      [an, chen, bo],
      [married(an, bo), record(chen, "never-registered"), married(bo, an)],
      "an+bo chen",
    ],
    [
      "two couples",
      [an, bo, chen, dai],
      [married(an, bo), married(bo, an), married(chen, dai), married(dai, chen)],
      "an+bo chen+dai",
    ],
    ["a widow", [an], [record(an, "widowed")], "an"],
    ["a divorced couple that still owns together", [an, bo], [record(an, "divorced"), record(bo, "divorced")], "an bo"],
  ])("%s", (_, parties, records, families) => {
    expect(shape(parties, records)).toEqual({ families, problems: [] });
  });

  test.each([
    ["a spouse who is no party", [an], [married(an, bo)], [], ["spouse-not-a-party"]],
    ["a spouse on the other side", [an], [married(an, bo)], [bo], ["spouse-on-other-side"]],
    ["no record", [an], [record(an, "not-found")], [], ["marriage-not-found"]],
    ["no answer about somebody", [an, bo], [record(an, "never-registered")], [], ["marriage-not-found"]],
    [
      "one says divorced, the other married",
      [an, bo],
      [record(an, "divorced"), married(bo, an)],
      [],
      ["marriages-contradict"],
    ],
    [
      "the same, asked in the other order",
      [bo, an],
      [record(an, "divorced"), married(bo, an)],
      [],
      ["marriages-contradict"],
    ],
    [
      "married to each other's neighbour",
      [an, bo, chen],
      [married(an, bo), married(bo, chen), married(chen, bo)],
      [],
      ["marriages-contradict"],
    ],
  ])("%s is a problem with a name", (_, parties, records, otherSide, problems) => {
    expect(shape(parties, records, otherSide).problems).toEqual(problems);
  });

  test("the day of a divorce goes with the family", () => {
    expect(familiesOf("sellers", [an], [record(an, "divorced")], []).families).toMatchObject([
      { id: "family-of-seller-1", marriage: "divorced", divorcedOn: "2020-02-20", isSpouseAbsent: false },
    ]);
  });
});
