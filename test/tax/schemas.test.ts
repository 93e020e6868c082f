import { expect, test } from "vitest";
import { z } from "zod";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { Assessment, FilingDateComparison } from "../../shared/tax/assessment.ts";
import { HousingFacts } from "../../shared/tax/facts.ts";
import { readHousingFacts } from "../../shared/tax/read-facts.ts";
import { RepurchaseAnswer, RepurchaseFacts } from "../../shared/tax/repurchase-facts.ts";
import { saleJson } from "./facts.ts";

test("the border schemas can be published as JSON Schema", () => {
  for (const schema of [HousingFacts, RepurchaseFacts]) {
    expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({ type: "object", additionalProperties: false });
  }
  for (const schema of [Assessment, FilingDateComparison, RepurchaseAnswer]) {
    expect(z.toJSONSchema(schema)).toMatchObject({ type: "object", additionalProperties: false });
  }
});

test("facts read from JSON are written back as the same JSON", () => {
  const json = saleJson({ "/sellers/0/share": "1", "/costs": { renovation: "1.50" }, "/sale/portion": "1/3" });
  expect(z.encode(HousingFacts, readHousingFacts(json))).toEqual({
    ...(json as object),
    property: { ...(json as { property: object }).property, areaSquareMetres: "88" },
  });
});

test("every problem names its field and rule in both languages", () => {
  const json = saleJson({ "/sale/declaredPrice": "1.005", "/property/areaSquareMetres": "0", "/extra": 1 });
  const refused = ((): unknown => {
    try {
      return readHousingFacts(json);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(Refusal);
  const fields = (refused as Refusal).data.fields ?? [];
  expect(fields.map(({ path, code }) => [path, code])).toEqual([
    ["/property/areaSquareMetres", "not-an-area"],
    ["/sale/declaredPrice", "not-an-amount"],
    ["/extra", "unknown-field"],
  ]);
  for (const { reason } of fields) {
    expect(reason.zh).not.toBe("");
    expect(reason.en).not.toBe("");
  }
});
