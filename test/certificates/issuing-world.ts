import { generateKeyPairSync } from "node:crypto";
import { openCertificateFont } from "../../functions/wiring/certificate-font.ts";
import { once } from "../../functions/wiring/once.ts";
import { codesUnder } from "../../shared/actions/certificate-codes.ts";
import type { IssuingWorld } from "../../shared/actions/issue-certificates.ts";
import type { World } from "../../shared/actions/world.ts";
import type { CertificateContent } from "../../shared/certificates/certificate.ts";
import { checkAddress } from "../../shared/certificates/check-address.ts";
import { memoryCertificateStore } from "../../shared/certificates/memory-certificate-store.ts";
import { renderCertificate } from "../../shared/certificates/render-certificate.ts";
import { localSigner } from "../../shared/certificates/signing.ts";
import type { BillStore } from "../../shared/payments/bill-store.ts";

const font = once(openCertificateFont);

/** A world that issues certificates in memory, and what each of them was asked to say. */
export const issuingWorld = (world: World & { readonly bills: BillStore }) => {
  const contents: CertificateContent[] = [];
  const issuing: IssuingWorld = {
    ...world,
    certificates: memoryCertificateStore(),
    signer: localSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey),
    render: async (content) => {
      contents.push(content);
      return renderCertificate(content, await font());
    },
    codeOf: codesUnder(world.hash),
    checkUrl: checkAddress({ api: "https://api.tax.example", clients: "https://tax.example" }),
    officeName: "国家税务总局柳州市税务局",
  };
  return { ...world, ...issuing, contents };
};
