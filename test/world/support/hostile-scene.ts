import type { TokenOrder } from "../../../infra/local/identity-provider/tokens.ts";
import { companies } from "../../../infra/local/sandbox/population/companies.ts";
import { personOf } from "../../../infra/local/sandbox/population/people.ts";
import { scheduledEvent } from "../../../infra/local/timers.ts";
import { type LocalWorld, startWorld } from "../../../infra/local/world.ts";
import type { Client } from "../../../shared/api/client.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import type { RouteName } from "../../../shared/api/routes.ts";
import { callbackToken } from "../../../shared/cases/step-request.ts";
import { makeCode } from "../../../shared/certificates/code.ts";
import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import type { TestRequest } from "../../functions/support/call.ts";
import { aSale } from "../../functions/support/sound-requests.ts";
import { isAtRest, patientClient, until } from "./patience.ts";

/** A world in which one case asks its founder to confirm and another waits for an officer. */
export interface HostileScene {
  readonly world: LocalWorld;
  readonly queued: CaseView;
  /** A request of each route that would be taken. */
  readonly sound: Readonly<Record<RouteName, TestRequest>>;
  tokenOf(order: TokenOrder): Promise<string>;
  clientOf(login: string): Promise<Client>;
}

export const hostileScene = async (): Promise<HostileScene> => {
  // Nothing but the requests of the tests may write: what a busy machine leaves to the clock is brought on here.
  const world = await startWorld({ sweepMilliseconds: false });
  try {
    const tokens = new Map<string, Promise<string>>();
    const tokenOf = (order: TokenOrder): Promise<string> => {
      const key = JSON.stringify(order);
      const token = tokens.get(key) ?? world.token(order);
      tokens.set(key, token);
      return token;
    };
    const clientOf = async (login: string) => patientClient({ baseUrl: world.apiUrl, token: await tokenOf({ login }) });
    const { asking, queued } = await openCases(clientOf, () =>
      world.functions.invoke("advance-due-cases", scheduledEvent("advance-due-cases")),
    );
    const token = callbackToken({ hash: keyedHash(world.whereabouts.secret) }, queued.id, "account-record");
    return { world, queued, sound: soundRequests(asking, queued, token), tokenOf, clientOf };
  } catch (error) {
    await world.close();
    throw error;
  }
};

const openCases = async (clientOf: HostileScene["clientOf"], advance: () => Promise<unknown>) => {
  /** The case once nothing of it is left to the clock. */
  const atRest = (client: Client, caseId: string): Promise<CaseView> =>
    until(async () => {
      await advance();
      const view = await client.getCase({ caseId });
      return isAtRest(view) && view;
    });
  const open = async (login: string, creditCode: string, idempotencyKey: string) => {
    const body = { packageId: "new-taxpayer", opening: { creditCode }, consents: { dataSharing: true } };
    const client = await clientOf(login);
    return atRest(client, (await client.openCase({ idempotencyKey, body })).id);
  };
  const opened = await open("owner-long", companies["noodle-stall"].creditCode, "the-queued-case");
  const owner = await clientOf("owner-long");
  await owner.answerStep({
    caseId: opened.id,
    stepId: "confirm-form",
    version: opened.version,
    body: { answers: { fixedQuotaWish: { floorAreaSquareMetres: 40, expectedMonthlySales: "30000.00" } } },
  });
  const queued = await atRest(owner, opened.id);
  const plain = companies["plain-company"].creditCode;
  await open("founder-zhong", plain, "the-same-company");
  const asking = await lent(await clientOf("founder-zhong"), await open("founder-zhong", plain, "the-asking-case"));
  if (!asking.questions.some(({ stepId }) => stepId === "confirm-form")) throw new Error("the founder is not asked");
  if (!queued.waitsFor.some(({ id }) => id === "officer")) throw new Error("nobody waits for an officer");
  return { asking, queued };
};

/** The founder has let their accountant look into the case, and can go on with it elsewhere. */
const lent = async (founder: Client, { id: caseId, version }: CaseView) => {
  const { name, idType, idNumber } = personOf("founder-smith");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const body = { delegate: { name, idType, idNumber }, scopes: ["read" as const], until };
  const { delegations } = await founder.giveDelegation({ caseId, version, body });
  const { code } = await founder.handOver({ caseId });
  return { ...(await founder.getCase({ caseId })), delegationId: delegations[0]?.id ?? "", code };
};

/** A code that nobody has: it can be typed, and stands for nothing. */
const unknownCode = makeCode("no bureau has this secret, so no certificate has the code", "nothing");

const soundRequests = (
  asking: CaseView & { delegationId: string; code: string },
  queued: CaseView,
  callback: string,
): HostileScene["sound"] => {
  const onAsking = { headers: { "if-match": `"${asking.version}"` } };
  const onQueued = {
    headers: { "if-match": `"${queued.version}"` },
    path: { caseId: queued.id, stepId: "fixed-quota-assessment" },
  };
  const opening = { packageId: "new-taxpayer", opening: { creditCode: companies.cooperative.creditCode } };
  return {
    getOpenApi: {},
    getHealth: {},
    listPackages: {},
    getPackage: { path: { packageId: "new-taxpayer" } },
    getPackageForm: { path: { packageId: "new-taxpayer" } },
    getExpectedTime: { path: { packageId: "new-taxpayer" } },
    estimateHousingTax: { body: aSale },
    openCase: { body: { ...opening, consents: { dataSharing: true } } },
    listCases: {},
    getCase: { path: { caseId: asking.id } },
    getTimeline: { path: { caseId: asking.id } },
    getMessages: { path: { caseId: asking.id } },
    markMessagesRead: { path: { caseId: asking.id }, body: { upTo: 1 } },
    answerStep: { ...onAsking, path: { caseId: asking.id, stepId: "confirm-form" }, body: { answers: {} } },
    saveDraft: { ...onAsking, path: { caseId: asking.id, stepId: "confirm-form" }, body: { answers: { email: "a" } } },
    listAuthorisations: { path: { caseId: asking.id } },
    withdrawAuthorisation: { ...onAsking, path: { caseId: asking.id, stepId: "opening" } },
    // The founder belongs to the case: these are refused as soon as they are understood.
    getSubjectNotice: { path: { caseId: asking.id } },
    objectToRecords: { path: { caseId: asking.id }, body: { reason: "nobody asked me" } },
    requestStep: { ...onAsking, path: { caseId: asking.id, stepId: "confirm-form" }, body: { reason: "put it right" } },
    withdrawCase: { ...onAsking, path: { caseId: asking.id }, body: { reason: "another time" } },
    rateCase: { ...onAsking, path: { caseId: asking.id }, body: { score: 5 } },
    getAccessLog: {},
    checkAccessLog: {},
    unmaskField: {
      path: { caseId: asking.id },
      body: { fact: "legalRepresentative", path: ["idNumber"], reason: "correction", note: "a number differs" },
    },
    giveDelegation: {
      ...onAsking,
      path: { caseId: asking.id },
      body: {
        delegate: { name: "例", idType: "passport", idNumber: "X0000000" },
        scopes: ["read"],
        until: new Date(Date.now() + 3_600_000).toISOString(),
      },
    },
    listDelegations: { path: { caseId: asking.id } },
    endDelegation: { ...onAsking, path: { caseId: asking.id, delegationId: asking.delegationId }, body: {} },
    assistPerson: {
      headers: { "if-match": `"${queued.version}"` },
      path: { caseId: queued.id },
      body: {
        presence: { kind: "document", idType: "resident-id", idNumber: personOf("owner-long").idNumber },
      },
    },
    handOver: { path: { caseId: asking.id }, body: {} },
    redeemHandover: { body: { code: asking.code } },
    endSession: { body: {} },
    listQueue: {},
    listAuthorities: {},
    claimStep: { ...onQueued, body: {} },
    decideStep: { ...onQueued, body: { approved: true, reason: "examined", values: { monthlyQuota: "28000.00" } } },
    takeOverDecision: {
      headers: { "if-match": `"${queued.version}"` },
      path: { caseId: queued.id, stepId: "payroll" },
      body: { reason: "the wages book was shown", results: { paysWages: false, wagesSince: null } },
    },
    getSpeed: { query: { by: "step,channel" } },
    // A newcomer has no bills: these are refused as soon as they are understood.
    listBills: { path: { caseId: asking.id } },
    getBill: { path: { caseId: asking.id, billId: "00000000000000000000" } },
    payBill: {
      path: { caseId: asking.id, billId: "00000000000000000000" },
      body: { wallet: "wechat", scene: "qr" },
    },
    abandonPayment: { path: { caseId: asking.id, billId: "00000000000000000000", paymentId: "1" } },
    receiveWalletNotice: { path: { wallet: "alipay" }, text: "sign=eA%3D%3D&sign_type=RSA2" },
    getReconciliation: {},
    repairDifference: { path: { differenceId: "000000000000000000000000" } },
    lookUpCertificate: { path: { code: unknownCode } },
    fetchCertificate: { path: { code: unknownCode } },
    listCertificateKeys: {},
    listDocuments: { path: { caseId: asking.id } },
    getDocument: { path: { caseId: asking.id, documentId: "tax-types-0011" } },
    readCompanyFile: { body: { creditCode: companies.cooperative.creditCode } },
    getCompanyDocument: {
      path: { documentId: "tax-types-0011" },
      body: { creditCode: companies.cooperative.creditCode },
    },
    receiveCallback: {
      path: { caseId: queued.id, stepId: "account-record" },
      headers: { "x-callback-token": callback },
      body: { bankAccounts: [] },
    },
  };
};
