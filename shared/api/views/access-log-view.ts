import type { CheckedChain } from "../../actions/read-access-log.ts";
import { authorities } from "../../connectors/authorities.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import type { AccessEntry, Reader } from "../../people/access-log/entry.ts";
import type { KeyedHash } from "../../people/keyed-hash.ts";
import { officialNumber } from "../../people/readers-mark.ts";
import type { AccessCheckView, AccessLogPage } from "../resources/access-log.ts";

/** What was read of a person, in words that they understand. Which official it was, is a number that the bureau resolves. */
export const viewAccessEntry = (
  packages: readonly Package[],
  hash: KeyedHash,
  entry: AccessEntry,
): AccessLogPage["entries"][number] => {
  const definition = packages.find(({ id, version }) => id === entry.packageId && version === entry.packageVersion);
  const who = readerInWords(hash, entry.reader);
  const fields = entry.fields.map((field) => labelOf(definition, field));
  const what = list(fields);
  const matter = definition?.name ?? { zh: entry.packageId, en: entry.packageId };
  return {
    at: entry.at,
    who,
    does: entry.does,
    words: sentence(entry, who, what, matter),
    reason: reasonsInWords[entry.reason],
    ...(entry.note !== undefined && { note: entry.note }),
    ...(entry.mark !== undefined && { mark: entry.mark }),
    caseId: entry.caseId,
    fields,
  };
};

const sentence = ({ does, authority, document }: AccessEntry, who: Text, what: Text, matter: Text): Text => {
  const about = { zh: `(为办理「${matter.zh}」)`, en: ` (for: ${matter.en})` };
  switch (does) {
    case "looks-up": {
      const whom = authority ? authorities[authority].name : { zh: "有关部门", en: "an authority" };
      // Some look-ups only compare: they take nothing from the record.
      return what.zh === ""
        ? { zh: `${who.zh}向${whom.zh}核对${about.zh}`, en: `${who.en} checked with ${whom.en}${about.en}` }
        : {
            zh: `${who.zh}向${whom.zh}查询:${what.zh}${about.zh}`,
            en: `${who.en} asked ${whom.en} for: ${what.en}${about.en}`,
          };
    }
    case "exports": {
      const title = document ?? "";
      return {
        zh: `${who.zh}取得了文书副本:${title}${about.zh}`,
        en: `${who.en} took a copy of a document: ${title}${about.en}`,
      };
    }
    case "erases":
      return {
        zh: "已依法删除您的个人信息:各办件、证明中都无法再读出",
        en: "your personal data was erased: it can be read in no case and no certificate any more",
      };
    case "reads":
      return { zh: `${who.zh}查看了办件(已遮蔽)${about.zh}`, en: `${who.en} read the case, masked${about.en}` };
    case "unmasks":
      return { zh: `${who.zh}查看了完整的:${what.zh}${about.zh}`, en: `${who.en} read in full: ${what.en}${about.en}` };
  }
};

const readerInWords = (hash: KeyedHash, reader: Reader): Text => {
  if (reader.kind === "machine") return { zh: "系统", en: "the system" };
  const number = officialNumber(hash, reader.key);
  const office = reader.office === undefined ? "" : ` ${reader.office}`;
  switch (reader.kind) {
    case "officer":
      return { zh: `税务人员(${number}${office})`, en: `a tax officer (${number}${office})` };
    case "hotline":
      return { zh: `热线人员(${number})`, en: `a hotline operator (${number})` };
    case "agent":
      return { zh: `代您办理的人(${number})`, en: `somebody who acts for you (${number})` };
    case "self": {
      const where = reader.kiosk === undefined ? "" : ` ${reader.kiosk}`;
      return { zh: `您本人(自助终端${where})`, en: `yourself (kiosk${where})` };
    }
  }
};

/** A fact by its label; of an unmasked field the fact stands first in its path. */
const labelOf = (definition: Package | undefined, field: string): Text => {
  const [fact = field] = field.split("/");
  return definition?.facts[fact]?.label ?? { zh: fact, en: fact };
};

const list = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join("、"),
  en: texts.map(({ en }) => en).join(", "),
});

const reasonsInWords: Readonly<Record<AccessEntry["reason"], Text>> = {
  "case-work": { zh: "办理办件", en: "work on the case" },
  correction: { zh: "更正信息", en: "a correction" },
  complaint: { zh: "处理投诉或异议", en: "a complaint or an objection" },
  inspection: { zh: "依法检查", en: "an inspection by law" },
  erasure: { zh: "依法删除", en: "an erasure by law" },
};

export const viewAccessCheck = (chains: readonly CheckedChain[]): AccessCheckView => ({
  isWhole: chains.every(({ findings }) => findings.length === 0),
  chains: chains.map(({ whose, links, findings }) => ({ whose, links, findings: [...findings] })),
});
