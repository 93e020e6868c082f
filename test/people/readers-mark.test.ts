import { expect, test, vi } from "vitest";
import { readAccessLog } from "../../shared/actions/read-access-log.ts";
import { readDocument } from "../../shared/actions/read-documents.ts";
import { viewAccessEntry } from "../../shared/api/views/access-log-view.ts";
import { chainOfOffice } from "../../shared/people/access-log/entry.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { call } from "../functions/support/call.ts";
import { aDocumentId, aFile } from "../functions/support/certificates.ts";
import { endpoints } from "../functions/support/endpoints.ts";
import { scene } from "../functions/support/scene.ts";
import { aCaller, anOfficer } from "../support/test-world.ts";

const standing = async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { world, sound, asking } = await scene();
  const fetchAs = async (caller: Caller, documentId = aDocumentId) => {
    const request = { ...sound.getDocument, path: { caseId: asking.id, documentId }, caller };
    const { status, headers, body: bytes } = await call(endpoints.getDocument, world, request);
    return { status, bytes, mark: headers["reader-mark"], name: headers["content-disposition"] };
  };
  const logOf = async (caller: Caller) => (await readAccessLog(world, { caller, limit: 100 })).entries;
  return { world, asking, fetchAs, logOf };
};

const markIn = (header: unknown): string => /^"([0-9a-z]{10})"/.exec(String(header))?.[1] ?? "none";

test("an officer's copy is the very file of the taxpayer, and carries beside it who took it, when and what for", async () => {
  const { world, asking, fetchAs, logOf } = await standing();
  const own = await fetchAs(aCaller());
  expect(own).toMatchObject({ status: 200, mark: undefined, name: undefined });
  const officers = await fetchAs(anOfficer());
  expect(officers.bytes).toEqual(own.bytes);
  expect(officers.bytes).toEqual(Uint8Array.from(aFile));
  expect(officers.mark).toMatch(
    /^"[0-9a-z]{10}";by="[0-9a-z]{6}";office="liuzhou";at="2030-01-31T02:00:00\.000Z";for="case-work"$/,
  );
  const mark = markIn(officers.mark);
  expect(officers.name).toBe(`attachment; filename="${aDocumentId}-${mark}.pdf"`);

  // Whoever finds the copy finds its reader: in the person's log and in the office's.
  const [entry] = await logOf(aCaller());
  expect(entry).toMatchObject({ does: "exports", mark, caseId: asking.id, document: "税(费)种认定通知书" });
  const [office] = await world.access.latest(chainOfOffice("liuzhou"), 1);
  expect(office?.entries[0]).toMatchObject({ does: "exports", mark, reader: { key: anOfficer().key } });
  if (!entry) throw new Error("no entry");
  const { words } = viewAccessEntry(world.packages, world.hash, entry);
  expect(words.zh).toMatch(/^税务人员\([0-9a-z]{6} liuzhou\)取得了文书副本:税\(费\)种认定通知书\(为办理「test」\)$/);
  expect(words.en).toMatch(/^a tax officer \([0-9a-z]{6} liuzhou\) took a copy of a document: /);
});

test("two officers have two marks, and so have two copies of one at two times", async () => {
  const { world, fetchAs } = await standing();
  const marks = [markIn((await fetchAs(anOfficer("lin"))).mark), markIn((await fetchAs(anOfficer("mo"))).mark)];
  world.time.pass(1000);
  marks.push(markIn((await fetchAs(anOfficer("lin"))).mark));
  expect(new Set(marks).size).toBe(3);
});

test("at a kiosk it is the person's own copy: noted, and unmarked", async () => {
  const { world, asking, logOf } = await standing();
  const caller = aCaller("one", { channel: "kiosk" });
  const { file, mark } = await readDocument(world, { caller, caseId: asking.id, documentId: aDocumentId });
  expect(Buffer.from(file)).toEqual(aFile);
  expect(mark).toBeUndefined();
  expect((await logOf(caller))[0]).toMatchObject({ does: "exports", reader: { kind: "self" } });
});

test("what does not exist is no export, and leaves no mark", async () => {
  const { fetchAs, logOf } = await standing();
  const before = await logOf(aCaller());
  expect(await fetchAs(anOfficer(), "tax-types-0099")).toMatchObject({ status: 404, mark: undefined });
  expect(await logOf(aCaller())).toEqual(before);
});
