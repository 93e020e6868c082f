import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { type AuthorityId, authorityIds } from "../../shared/connectors/authorities.ts";
import { WalletAccess } from "../../shared/payments/wallet-access.ts";
import { bureauSecret, replaceFile, signingKey } from "./data-folder.ts";
import type { Whereabouts } from "./environment.ts";
import type { LocalWorld } from "./world.ts";

const Running = z.object({
  issuer: z.url(),
  publicUrl: z.url(),
  dynamodbEndpoint: z.url(),
  eventsEndpoint: z.url(),
  authorityUrls: z.record(z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]), z.url()),
  walletAccess: WalletAccess,
});

const fileIn = (folder: string): string => `${folder}/running.json`;

/** Leaves word of a running world in its folder, for whoever wants to work on it from outside. */
export const announce = async (folder: string, { issuer, whereabouts }: LocalWorld): Promise<void> => {
  const { secret: _secret, signingKey: _key, ...addresses } = whereabouts;
  await replaceFile(fileIn(folder), JSON.stringify({ issuer, ...addresses }, null, 2));
};

export const withdraw = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });

/** Where the parts of the world are that runs on this folder, if one does. */
export const findRunning = async (folder: string): Promise<Whereabouts | undefined> => {
  const text = await readFile(fileIn(folder), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { issuer, ...addresses } = Running.parse(JSON.parse(text));
  // Word of a world that was killed stays behind; only a live one describes itself as this issuer.
  const isAlive = await fetch(`${issuer}/.well-known/openid-configuration`)
    .then(async (response) => ((await response.json()) as { issuer?: string }).issuer === issuer)
    .catch(() => false);
  return isAlive
    ? { ...addresses, secret: await bureauSecret(folder), signingKey: await signingKey(folder) }
    : undefined;
};
