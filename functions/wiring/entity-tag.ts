import { createHash } from "node:crypto";
import { Refusal } from "../../shared/kernel/refusal.ts";

/** The ETag of what has a version. */
export const versionTag = (version: number): string => `"${version}"`;

/** The ETag of what has none. */
export const contentTag = (body: string): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

/**
 * The version that a caller has seen. A proxy that compresses makes an ETag weak; the version in it is as good.
 * @throws Refusal if-match-missing, if-match-invalid
 */
export const readIfMatch = (header: string | undefined): number => {
  if (header === undefined || header.trim() === "") throw new Refusal("if-match-missing");
  const version = /^(?:W\/)?"([1-9]\d{0,8}|0)"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Refusal("if-match-invalid");
  return Number(version);
};

/** Whether the caller already has what carries this tag (RFC 9110, 13.1.2: weak comparison). */
export const matchesNone = (header: string | undefined, tag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag);
