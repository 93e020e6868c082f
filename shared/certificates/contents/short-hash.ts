import { canonicalHash } from "../../kernel/canonical-json.ts";

/** Of what is certified, for a certificate's id: lower-case, since it stands in addresses. */
export const shortHash = (certified: unknown): string =>
  Buffer.from(canonicalHash(certified), "base64url").toString("hex").slice(0, 12);
