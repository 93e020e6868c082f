import { setTimeout as sleep } from "node:timers/promises";
import { officer } from "../../infra/local/demo/stories.ts";
import { handsOverHttp } from "../../infra/local/demo/street/hands-over-http.ts";
import { playFamily } from "../../infra/local/demo/street/play-family.ts";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdContract } from "../../infra/local/sandbox/population/housing/crowd-sales.ts";
import type { Login } from "../../infra/local/sandbox/population/people.ts";
import type { LocalWorld } from "../../infra/local/world.ts";
import { ApiProblem, type Client, createClient } from "../../shared/api/client.ts";
import { checkFile } from "../../shared/certificates/signed-file.ts";

/** How often somebody in the midst of a sale was told to come back in a second, and did. */
export interface Patience {
  turnedAway: number;
}

const patient = (client: Client, patience: Patience): Client =>
  new Proxy(client, {
    get: (target, name: keyof Client) => {
      const call = target[name] as unknown as (...inputs: unknown[]) => Promise<unknown>;
      if (typeof call !== "function") return call;
      return async (...inputs: unknown[]) => {
        for (;;) {
          try {
            return await call.apply(target, inputs);
          } catch (error) {
            if (
              !(error instanceof ApiProblem) ||
              !["rate-limited", "temporarily-unavailable", "took-too-long"].includes(error.code)
            )
              throw error;
            patience.turnedAway += 1;
            await sleep(1000);
          }
        }
      };
    },
  });

/**
 * Sales from the contract number to the last certificate, all at once, while newcomers come: four people each, who pay at
 * their wallets, and look again and again meanwhile. @returns what was wrong with them afterwards, and how many there were
 */
export const sellHomes = async (
  world: LocalWorld,
  numbers: readonly number[],
  patience: Patience,
): Promise<readonly string[]> => {
  const clients = new Map<Login, Client>();
  const clientOf = (login: Login): Client => clients.get(login) ?? clientMissing(login);
  const peopleOf = (number: number): [Login, ...Login[]] => [
    crowdLogin("seller", number),
    crowdLogin("seller-spouse", number),
    crowdLogin("buyer", number),
    crowdLogin("buyer-spouse", number),
  ];
  for (const login of [officer, ...numbers.flatMap(peopleOf)]) {
    const token = await world.token({
      login,
      channel: login === officer ? "console" : "mobile",
      expiresInSeconds: 3600,
    });
    clients.set(login, patient(createClient({ baseUrl: world.apiUrl, token }), patience));
  }
  const sales = numbers.map(async (number) => {
    const hands = handsOverHttp(clientOf, world.controlUrl);
    const text = { zh: "", en: "" };
    const people = peopleOf(number);
    const family = { id: String(number), story: text, outcome: text, contractNumber: crowdContract(number), people };
    const { view } = await playFamily(hands, { ...family, expected: { status: "completed", payments: [] } });
    return faultsOf(clientOf(crowdLogin("buyer", number)), view.id, view.status);
  });
  return (await Promise.all(sales)).flat();
};

const clientMissing = (login: Login): never => {
  throw new Error(`${login} sells nothing here`);
};

/** Bills paid, and every certificate there and genuine: all that a sale leaves behind. */
const faultsOf = async (client: Client, caseId: string, status: string): Promise<readonly string[]> => {
  if (status !== "completed") return [`sale ${caseId} is ${status}`];
  const found: string[] = [];
  const { bills } = await client.listBills({ caseId });
  for (const bill of bills) if (bill.status !== "paid") found.push(`a bill of sale ${caseId} is ${bill.status}`);
  const { keys } = await client.listCertificateKeys();
  let documents = (await client.listDocuments({ caseId })).documents;
  // The bus brings them a moment later.
  for (let wait = 0; wait < 60 && documents.length === 0; wait += 1) {
    await sleep(500);
    documents = (await client.listDocuments({ caseId })).documents;
  }
  if (documents.length === 0) found.push(`sale ${caseId} has no certificate of its deed tax`);
  for (const { id } of documents) {
    const file = await client.getDocument({ caseId, documentId: id });
    if (checkFile(file, keys) !== "genuine") found.push(`document ${id} of sale ${caseId} is not genuine`);
  }
  return found;
};
