import { fileURLToPath } from "node:url";

/** The three ways in which people meet the bureau. Each is a page of its own at `/<name>/`; the phone's is also `/`. */
export const clients = ["mobile", "kiosk", "console"] as const;
export type ClientName = (typeof clients)[number];

/** Where the built clients lie. CDK uploads this folder, the local host serves it. */
export const clientsFolder = fileURLToPath(new URL("../../.build/web", import.meta.url));
