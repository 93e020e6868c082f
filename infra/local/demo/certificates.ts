import { createHash } from "node:crypto";
import type { Client } from "../../../shared/api/client.ts";
import { checkFile } from "../../../shared/certificates/signed-file.ts";
import type { Login } from "../sandbox/population/people.ts";
import type { Played } from "./play.ts";
import { table } from "./table.ts";

/** A certificate of a case, fetched by its holder and, with the code that stands on it, by a stranger. */
export interface FetchedCertificate {
  readonly title: string;
  readonly number: string;
  readonly code: string;
  readonly holder: string;
  readonly sha256: string;
  /** Both have the same bytes, and the bureau's published key says that they are its own. */
  readonly isSame: boolean;
  readonly isGenuine: boolean;
}

/** Everything that a case has issued, to whomever; two people may have the same document. */
export const fetchCertificates = async (
  clientOf: (login: Login) => Client,
  anyone: Client,
  { story, view: { id: caseId } }: Played,
): Promise<readonly FetchedCertificate[]> => {
  const { keys } = await anyone.listCertificateKeys();
  const fetched = new Map<string, FetchedCertificate>();
  for (const login of story.people) {
    const { documents } = await clientOf(login).listDocuments({ caseId });
    for (const { id: documentId, title, number, code, holder } of documents) {
      if (fetched.has(code)) continue;
      const own = await clientOf(login).getDocument({ caseId, documentId });
      const byCode = await anyone.fetchCertificate({ code });
      const isSame = hashOf(own) === hashOf(byCode);
      const isGenuine = checkFile(byCode, keys) === "genuine";
      fetched.set(code, { title, number, code, holder, sha256: hashOf(own), isSame, isGenuine });
    }
  }
  return [...fetched.values()];
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const certificatesReport = (certificates: readonly FetchedCertificate[]): string =>
  [
    "  Certificates, each fetched by its holder and, by its code alone, by a stranger",
    "",
    table(
      ["document", "number", "code", "for", "SHA-256", "the same file", "genuine"],
      certificates.map(({ title, number, code, holder, sha256, isSame, isGenuine }) => [
        title,
        number,
        code,
        holder,
        `${sha256.slice(0, 12)}…`,
        isSame ? "yes" : "NO",
        isGenuine ? "yes" : "NO",
      ]),
    ),
  ].join("\n");
