import type { SandboxAuthority } from "./authority.ts";

/** The one list of desks. Several entries may belong to one authority: their desks and records are joined. */
export const desks: readonly SandboxAuthority[] = [];
