import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import type { Instant } from "../../../shared/kernel/instant.ts";
import type { Kiosk } from "../../../shared/people/sessions/session-store.ts";
import { keptIn } from "../data-folder.ts";

/** A kiosk of the sandbox with its private key, which on a real one no program can read. */
export interface SandboxKiosk extends Kiosk {
  readonly key: JWK;
}

const described = [
  { id: "kiosk-hall-1", office: "liuzhou", since: "2026-01-01T00:00:00.000Z", until: "2046-01-01T00:00:00.000Z" },
  { id: "kiosk-hall-2", office: "liuzhou", since: "2026-01-01T00:00:00.000Z", until: "2046-01-01T00:00:00.000Z" },
  /** Its lifetime is over; nobody has told it. */
  { id: "kiosk-retired", office: "liuzhou", since: "2016-01-01T00:00:00.000Z", until: "2026-01-01T00:00:00.000Z" },
] as const;

const KioskKey = z.looseObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string() });
const Keys = z.record(z.string(), KioskKey.extend({ d: z.string() }));

/** The kiosks of a data folder; their keys are made at its first start. */
export const sandboxKiosks = async (folder: string): Promise<readonly SandboxKiosk[]> => {
  const keys = await keptIn(`${folder}/identity-provider/kiosks.json`, Keys, newKeys);
  return Promise.all(
    described.map(async ({ since, until, ...kiosk }) => {
      const key = keys[kiosk.id] as JWK;
      const thumbprint = await calculateJwkThumbprint(key);
      return { ...kiosk, since: since as Instant, until: until as Instant, key, thumbprint };
    }),
  );
};

const newKeys = async (): Promise<z.infer<typeof Keys>> => {
  const made = described.map(async ({ id }) => {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    return [id, await exportJWK(privateKey)] as const;
  });
  return Keys.parse(Object.fromEntries(await Promise.all(made)));
};
