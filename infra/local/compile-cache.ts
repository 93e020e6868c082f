import { fileURLToPath } from "node:url";

/**
 * Where Node keeps what it has compiled of our sources. Each function has a thread with modules of its own, so the same
 * file is read a dozen times in every world; with this it is stripped of its types and compiled once (half the work, measured).
 */
export const compileCacheFolder = fileURLToPath(new URL("../../.build/compile-cache", import.meta.url));
