import { generateKeyPairSync } from "node:crypto";
import { caseOwner } from "../../../shared/actions/certificate-owners.ts";
import type { IssuingWorld } from "../../../shared/actions/issue-certificates.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { certificatesOf } from "../../../shared/certificates/contents/certificates-of-case.ts";
import { memoryCertificateStore } from "../../../shared/certificates/memory-certificate-store.ts";
import { checkFile } from "../../../shared/certificates/signed-file.ts";
import { localSigner, type Signer, sha256 } from "../../../shared/certificates/signing.ts";
import { lazily } from "../../../shared/kernel/lazily.ts";
import { packages } from "../../../shared/packages/index.ts";
import type { Bill } from "../../../shared/payments/bill.ts";
import type { ProcessLife } from "./process-life.ts";
import { reachedBy } from "./reached.ts";

/** On an elliptic curve: a signature that is made twice is another one, so that a file made twice would show. */
const signer = lazily(() => localSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey));

class KeyServiceSilent extends Error {
  override readonly name = "KeyServiceSilent";
}

type CodeOf = IssuingWorld["codeOf"];

/** What is certified, without the drawing of it: a page takes a processor a tenth of a second, and fails by itself only. */
const render: IssuingWorld["render"] = async (content) =>
  Buffer.from(`%PDF-1.7\n%${JSON.stringify(content)}\nstartxref\n9\n%%EOF\n`);

/** Where certificates are kept, and the service that signs: every call to either is a point. */
export class VirtualCertificates {
  readonly store = memoryCertificateStore();
  readonly #codeOf: CodeOf;

  constructor(codeOf: CodeOf) {
    this.#codeOf = codeOf;
  }

  /** What a process issues with. */
  issuingFor(
    life: ProcessLife,
  ): Pick<IssuingWorld, "certificates" | "signer" | "render" | "codeOf" | "checkUrl" | "officeName"> {
    const own = signer();
    const sign: Signer["sign"] = (bytes) =>
      life.call("signer", "sign", () => own.sign(bytes), {
        broken: () => {
          throw new KeyServiceSilent();
        },
        readsOnly: true,
      });
    return {
      certificates: reachedBy(life, "certificates", this.store),
      signer: { ...own, sign },
      render,
      codeOf: this.#codeOf,
      checkUrl: (code) => `https://bureau.example/v1/certificates/${code}`,
      officeName: "税务局",
    };
  }

  /** What is wrong with a case's certificates; nothing when those that it deserves are there, whole, and no others stand. */
  async findings(found: Case, bills: readonly Bill[]): Promise<readonly string[]> {
    const wrong: string[] = [];
    const listed = await this.store.list(caseOwner(found.id));
    const deserved = certificatesOf(packages, found, bills).map(({ id }) => this.#codeOf(found.id, id));
    const keys = await this.store.readKeys();
    for (const code of deserved)
      if (!listed.includes(code)) wrong.push(`a certificate of ${found.packageId} is lacking`);
    for (const code of listed) {
      const [record, file] = await Promise.all([this.store.read(code), this.store.readFile(code)]);
      if (!record || !file) {
        wrong.push("a certificate is listed and is not there");
        continue;
      }
      const stands = record.revocation === undefined;
      if (stands !== deserved.includes(code)) wrong.push(`${record.id} ${stands ? "still stands" : "was taken back"}`);
      if (checkFile(file, keys) !== "genuine") wrong.push(`${record.id} is ${checkFile(file, keys)}`);
      if (record.sha256 !== sha256(file)) wrong.push(`the record of ${record.id} is of another file`);
    }
    return wrong;
  }
}
