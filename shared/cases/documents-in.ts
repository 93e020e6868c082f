import { isErased } from "../people/keys/erased.ts";

/** An identity document as records name people by it. */
export interface IdentityDocument {
  readonly idType: "resident-id" | "passport" | "other";
  readonly idNumber: string;
}

/**
 * Every identity document in a value, however deep: whom it is about, and whom it names by the way. Who was erased is
 * nobody any more.
 */
export function* documentsIn(value: unknown): Generator<IdentityDocument> {
  if (typeof value !== "object" || value === null) return;
  if ("idType" in value && "idNumber" in value && typeof value.idNumber === "string" && !isErased(value.idNumber)) {
    yield value as IdentityDocument;
  }
  for (const part of Object.values(value)) yield* documentsIn(part);
}
