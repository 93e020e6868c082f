import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractOf } from "../../infra/local/sandbox/population/housing/street/sale.ts";
import { billsOfCase } from "../../shared/actions/bills-of-case.ts";
import { codeOfPayment } from "../../shared/actions/certificate-codes.ts";
import { caseOwner } from "../../shared/actions/certificate-owners.ts";
import { issueCertificates } from "../../shared/actions/issue-certificates.ts";
import { listDocuments, readDocument, recordsOf } from "../../shared/actions/read-documents.ts";
import type { Case } from "../../shared/cases/case.ts";
import { statusAt } from "../../shared/certificates/certificate.ts";
import { checkFile } from "../../shared/certificates/signed-file.ts";
import { sha256 } from "../../shared/certificates/signing.ts";
import { calendarDateIn } from "../../shared/kernel/day.ts";
import { issuingWorld } from "../certificates/issuing-world.ts";
import { openTill } from "../packages/housing-till.ts";
import { startTown, type Town } from "../packages/housing-town.ts";

let town: Town;
let till: ReturnType<typeof openTill>;
let world: ReturnType<typeof issuingWorld>;
beforeEach(async () => {
  town = await startTown();
  till = openTill(town);
  world = issuingWorld(town.world);
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;
const declared = async (): Promise<Case> => {
  const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
  await town.answer(ready, "seller-declaration", ...sellers);
  return town.answer(ready, "buyer-declaration", ...buyers);
};
const payFirst = async (current: Case) => {
  const [bill] = await billsOfCase(town.world, current);
  if (!bill) throw new Error("no bill");
  await till.pay(bill);
};
const standing = async ({ id }: Case) => {
  const records = await recordsOf(world, caseOwner(id));
  return records.map(({ party, title, total, revocation }) => [party, title, total, revocation?.reason]);
};

describe("the certificates of a sale", () => {
  test("are there for whoever's money is booked, before the others have paid; and are made once", async () => {
    const unpaid = await declared();
    expect(await issueCertificates(world, { caseId: unpaid.id })).toEqual({ issued: [], revoked: [] });
    await payFirst(unpaid);
    expect((await issueCertificates(world, { caseId: unpaid.id, stepId: "payment" })).issued).toHaveLength(2);
    expect(await issueCertificates(world, { caseId: unpaid.id })).toEqual({ issued: [], revoked: [] });
    const [paid] = await billsOfCase(town.world, unpaid);
    const [first] = await world.certificates.list(caseOwner(unpaid.id));
    expect(paid && codeOfPayment(town.world.hash, paid)).toBe(first);
    expect(await standing(unpaid)).toEqual([
      ["buyer-1", "税收完税证明", "4400.00", undefined],
      ["buyer-1", "契税完税证明", "4400.00", undefined],
    ]);
  });

  test("say who paid what by which law, and hide the number of the document", async () => {
    const unpaid = await declared();
    await payFirst(unpaid);
    await issueCertificates(world, { caseId: unpaid.id });
    const deedTax = world.contents.find(({ kind }) => kind === "deed-tax");
    expect(deedTax?.lines.map(({ name, amount }) => [name, amount])).toEqual([["契税", "4400.00"]]);
    expect(deedTax?.lines[0]?.law).toContain("契税法");
    expect(deedTax?.lines[0]?.law).toContain("财政部 税务总局 住房城乡建设部公告2024年第16号");
    expect(Object.fromEntries(deedTax?.fields ?? [])).toMatchObject({
      纳税人: "黄例明",
      证件: expect.stringMatching(/^居民身份证 \d\*{16}[\dX]$/),
      网签合同编号: "LZ-CLF-000101",
    });
    const whole = world.contents.find(({ kind }) => kind === "tax-payment");
    expect(whole?.lines.map(({ name, amount }) => [name, amount])).toEqual([
      ["印花税(免征)", "0.00"],
      ["契税", "4400.00"],
    ]);
  });

  test("are each taxpayer's own: the same bytes on the phone, at the kiosk and at the counter, and nobody else's", async () => {
    const unpaid = await declared();
    await payFirst(unpaid);
    await issueCertificates(world, { caseId: unpaid.id });
    const { id: caseId } = unpaid;
    const hashes = new Set<string>();
    for (const channel of ["mobile", "kiosk", "console"] as const) {
      const caller = { ...town.callerOf(channel === "console" ? "officer-lin" : "buyer-huang"), channel };
      const [record] = await listDocuments(world, { caller, caseId });
      const { file } = await readDocument(world, { caller, caseId, documentId: record?.id ?? "" });
      expect(checkFile(file, await world.certificates.readKeys())).toBe("genuine");
      expect(sha256(file)).toBe(record?.sha256);
      hashes.add(sha256(file));
    }
    expect(hashes.size).toBe(1);
    for (const login of ["buyer-liang", "seller-wei"] as const) {
      expect(await listDocuments(world, { caller: town.callerOf(login), caseId })).toEqual([]);
    }
    const stranger = listDocuments(world, { caller: town.callerOf("founder-zhong"), caseId });
    await expect(stranger).rejects.toMatchObject({ code: "case-not-found" });
  });

  test("are taken back when the sale is cancelled and its taxes go back", async () => {
    const unpaid = await declared();
    for (const bill of await billsOfCase(town.world, unpaid)) await till.pay(bill);
    expect((await issueCertificates(world, { caseId: unpaid.id })).issued).toHaveLength(4);
    await town.arrives(unpaid, "registration", { result: "cancelled", cancelledOn: "2026-11-24" });
    expect((await issueCertificates(world, { caseId: unpaid.id, stepId: "payment" })).revoked).toHaveLength(4);
    expect((await standing(unpaid)).map(([, , , reason]) => reason)).toEqual(Array(4).fill("refunded"));
    expect(await issueCertificates(world, { caseId: unpaid.id })).toEqual({ issued: [], revoked: [] });
  });

  /** Pays, certifies, corrects what the buyer declared, signs it anew; what is there at the end by code. */
  const corrected = async (contractNumber: string, otherHomesInQueryArea: number) => {
    const [seller, buyer] = contractNumber === contractOf(746) ? downwards : upwards;
    const ready = await town.authorised(contractNumber, [seller], [buyer]);
    await town.answer(ready, "seller-declaration", seller);
    const unpaid = await town.answer(ready, "buyer-declaration", buyer);
    await payFirst(unpaid);
    const before = (await issueCertificates(world, { caseId: unpaid.id })).issued;
    await town.arrives(unpaid, "registration", registered);
    await town.request(unpaid, "correction", buyer);
    const findings = { families: { "buyer-1": { otherHomesInQueryArea } } };
    await town.decide(unpaid, "correction", {
      approved: true,
      values: { correctionFindings: { isFounded: true, findings } },
    });
    const whileOpen = await issueCertificates(world, { caseId: unpaid.id });
    await town.answer(unpaid, "buyer-declaration", buyer);
    for (const bill of await billsOfCase(town.world, unpaid)) if (bill.status === "open") await till.pay(bill);
    const after = await issueCertificates(world, { caseId: unpaid.id, stepId: "payment" });
    return { before, whileOpen, after };
  };
  const downwards = ["seller-qiang", "buyer-jia"] as const;
  const upwards = ["seller-suo", "buyer-pang"] as const;
  const registered = { result: "registered", certificateNumber: "例证-1", registeredOn: "2026-11-25" };
  const look = async (code: string) => {
    const record = await world.certificates.read(code);
    const day = calendarDateIn(town.time.now, "Asia/Shanghai");
    return record && [record.title, record.total, statusAt(record, day), record.revocation?.reason];
  };

  test("of a declaration that is corrected downwards are revoked as corrected, and others say what is left", async () => {
    const { before, whileOpen, after } = await corrected(contractOf(746), 0);
    // Until it is signed anew, what was paid stays certified.
    expect(whileOpen).toEqual({ issued: [], revoked: [] });
    expect(await Promise.all(before.map(look))).toEqual([
      ["税收完税证明", "12600.00", "revoked", "corrected"],
      ["契税完税证明", "12600.00", "revoked", "corrected"],
    ]);
    expect(await Promise.all(after.issued.map(look))).toEqual([
      ["税收完税证明", "4200.00", "valid", undefined],
      ["契税完税证明", "4200.00", "valid", undefined],
    ]);
  });

  test("of a declaration that is corrected upwards stand, for that was paid; the difference has its own", async () => {
    const { before, after } = await corrected(contractOf(739), 2);
    expect(await Promise.all(before.map(look))).toEqual([
      ["税收完税证明", "4200.00", "valid", undefined],
      ["契税完税证明", "4200.00", "valid", undefined],
    ]);
    expect(after.revoked).toEqual([]);
    expect(await Promise.all(after.issued.map(look))).toEqual([
      ["税收完税证明", "8400.00", "valid", undefined],
      ["契税完税证明", "8400.00", "valid", undefined],
    ]);
  });
});
