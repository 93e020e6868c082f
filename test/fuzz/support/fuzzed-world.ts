import { serve } from "../../../functions/wiring/serve.ts";
import type { Login } from "../../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { relationsOf } from "../../../shared/actions/read-case.ts";
import { contracts } from "../../../shared/api/contracts/index.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { Change } from "../../../shared/cases/change.ts";
import { changeCase } from "../../../shared/cases/change-case.ts";
import { callbackToken } from "../../../shared/cases/step-request.ts";
import { after } from "../../../shared/kernel/instant.ts";
import { packages } from "../../../shared/packages/index.ts";
import { memoryFigureStore } from "../../../shared/speed/memory-figure-store.ts";
import { liuzhou } from "../../../shared/tax/localities/index.ts";
import { VirtualAuthorities } from "../../faults/lab/authorities.ts";
import { callerOf } from "../../faults/lab/clients.ts";
import { undisturbed } from "../../faults/lab/fate.ts";
import { hash } from "../../faults/lab/hosts.ts";
import { start } from "../../faults/lab/laboratory.ts";
import { VirtualMoney } from "../../faults/lab/money.ts";
import { Calls, ProcessLife } from "../../faults/lab/process-life.ts";
import { laboratoryStories } from "../../faults/lab/stories.ts";
import { VirtualTable } from "../../faults/lab/table.ts";
import { VirtualTime } from "../../faults/lab/virtual-time.ts";
import { aContext, bodyOf, httpEvent } from "../../functions/support/call.ts";
import { testCertificates, withCertificate } from "../../functions/support/certificates.ts";
import { type EndpointWorld, endpoints } from "../../functions/support/endpoints.ts";
import { testBillId, testDifferenceId, withMoney } from "../../functions/support/money.ts";
import { testPackage } from "../../support/test-package.ts";
import { testVault, testWorld, willing } from "../../support/test-world.ts";
import { undescribed } from "./described-api.ts";
import { mark } from "./hostile-text.ts";
import { currentVersion, type FuzzRequest, type Known, type Seat } from "./requests.ts";

/** Cases of all packages at their first question and beyond, and every endpoint over them, in one process and virtual time. */
export class FuzzedWorld {
  readonly #time: VirtualTime;
  readonly #table = new VirtualTable(testVault);
  readonly #faults: unknown[] = [];
  readonly #world;
  readonly #handle;
  #written = 0;

  constructor(seed: number) {
    this.#time = new VirtualTime(start, seed);
    const life = new ProcessLife(new Calls(undisturbed));
    const desks = new VirtualAuthorities(this.#time).callFrom(life);
    const simple = willing();
    const base = testWorld({ packages: [...packages, testPackage], authorities: simple });
    const testOperations = new Set(testPackage.steps.flatMap(({ performs }) => (performs ? [performs] : [])));
    const clock = () => new Date(this.#time.now).toISOString() as ReturnType<typeof base.clock>;
    const store = this.#table.storeFor(life);
    const count =
      <Inputs extends unknown[], Result>(write: (...inputs: Inputs) => Promise<Result>) =>
      (...inputs: Inputs) => {
        this.#written += 1;
        return write(...inputs);
      };
    const money = new VirtualMoney(this.#time);
    this.#world = {
      ...base,
      bills: money.bills,
      payments: money.paymentsFor(life, clock, { certify: async ({ id }) => `CODE-${id}` }),
      differences: money.differences,
      ...testCertificates(),
      figures: memoryFigureStore(),
      clock,
      hash,
      locality: liuzhou,
      cases: { ...store, create: count(store.create), replace: count(store.replace), link: count(store.link) },
      call: ((operation, request, options) =>
        testOperations.has(operation as never)
          ? simple.call(operation, request, options)
          : desks(operation, request, options)) as typeof base.call,
      onFault: (fault: unknown) => this.#faults.push(fault),
    };
    this.#handle = serve(Object.values(endpoints), () => this.#world as unknown as EndpointWorld);
  }

  /** Opens the cases that the requests are about. */
  async populate(): Promise<Known> {
    return this.#time.run(async () => {
      const caseIds: string[] = [];
      const openings: object[] = [];
      const seats: Seat[] = [];
      for (const story of Object.values(laboratoryStories)) {
        const { packageId, opening, people, answers } = story;
        const [opener] = people;
        const caller = callerOf(opener);
        const request = { packageId, opening, consents: { dataSharing: true } };
        openings.push(request);
        const opened = await openCase(this.#world, { caller, ...request, idempotencyKey: `fuzz ${story.title}` });
        caseIds.push(opened.case.id);
        const [question] = viewCase(packages, opened.case, caller).questions;
        if (question && Object.keys(answers).length > 0) {
          const answer = { stepId: question.stepId, answers: answers[question.stepId] ?? {} };
          await answerStep(this.#world, { caller, caseId: opened.case.id, ...answer, idempotencyKey: "fuzz-answer" });
        }
        seats.push(...(await this.#seatsIn(opened.case.id, people)));
      }
      const test = { packageId: "test", opening: { code: "C-1" }, consents: { dataSharing: true } };
      openings.push(test);
      for (const login of ["owner-long", "founder-zhong"] as const) {
        const request = { caller: callerOf(login), ...test, idempotencyKey: "fuzz test" };
        const { id } = (await openCase(this.#world, request)).case;
        caseIds.push(id);
        seats.push({ caseId: id, login, stepId: "confirm" });
      }
      const [caseId = ""] = caseIds;
      const owing = await this.#world.cases.read(caseId);
      if (owing) await withMoney(this.#world, owing);
      const mandateId = "0-mandate";
      if (owing) await changeCase(this.#world.cases, owing, () => [lent(owing, mandateId)]);
      for (const id of caseIds.slice(0, 1)) await withCertificate(this.#world, { id });
      const installed = this.#world.packages;
      const stepIds = [
        ...new Set(installed.flatMap(({ steps }) => steps.filter(({ asks }) => asks).map(({ id }) => id))),
      ];
      return {
        caseIds,
        seats,
        openings,
        stepIds: [...stepIds, "account-record", "agreement", "tripartite-withholding-agreement"],
        billIds: [testBillId],
        mandateId,
        differenceIds: [testDifferenceId],
        packageIds: installed.map(({ id }) => id),
        answers: [
          { answers: {} },
          { answers: { wish: "both" } },
          ...Object.values(laboratoryStories).map(({ answers }) => ({ answers: answers["confirm-form"] ?? {} })),
        ],
        tokens: caseIds.flatMap((id) =>
          ["agreement", "account-record"].map((step) => callbackToken({ hash }, id, step)),
        ),
        logins: [
          "officer-lin",
          "supervisor-qiu",
          "hotline-ban",
          "auditor-yan",
          "owner-long",
          "founder-zhong",
          "builder-gan",
          "seller-wei",
          "buyer-huang",
          "founder-ren",
        ],
      };
    });
  }

  /** What people and officers are asked, or could ask for; the bureau's people sit wherever there is a case. */
  async #seatsIn(caseId: string, people: readonly Login[]): Promise<readonly Seat[]> {
    const seats: Seat[] = [];
    for (const login of [...people, "officer-lin"] as const) {
      const found = await this.#table.cases.read(caseId);
      const caller = callerOf(login);
      if (!found || relationsOf(found, caller, this.#world.clock()).length === 0) continue;
      const { questions, steps } = viewCase(packages, found, caller);
      const asked = questions.map(({ stepId }) => stepId);
      const atDesk = steps.filter(({ waitsFor }) => waitsFor?.id === "officer").map(({ id }) => id);
      const others = steps.slice(0, 1).map(({ id }) => id);
      const stepIds = login === "officer-lin" ? atDesk : asked;
      for (const stepId of stepIds.length > 0 ? stepIds : others) seats.push({ caseId, login, stepId });
    }
    return seats;
  }

  /** Sends one request after the other. @returns what was wrong, with the request that brought it to light */
  async send(requests: readonly FuzzRequest[], statuses: Map<string, number>): Promise<readonly string[]> {
    const findings: string[] = [];
    await this.#time.run(async () => {
      for (const request of requests) {
        const wrong = await this.#sendOne(request, statuses).catch(
          (error: unknown) => `threw ${(error as Error).stack}`,
        );
        if (wrong !== undefined) findings.push(`${wrong}\n    ${JSON.stringify(request).slice(0, 1500)}`);
      }
    });
    return findings;
  }

  async #sendOne({ name, login, ...request }: FuzzRequest, statuses: Map<string, number>): Promise<string | undefined> {
    const before = this.#written;
    const lines: string[] = [];
    const { log } = console;
    console.log = (line: string) => lines.push(line);
    const headersSent = { ...request.headers };
    if (headersSent["if-match"] === currentVersion) {
      const found = await this.#table.cases.read(request.path?.caseId ?? "");
      headersSent["if-match"] = `"${found?.version ?? 1}"`;
    }
    const event = httpEvent(contracts[name], {
      ...request,
      headers: headersSent,
      caller: callerOf(login as Parameters<typeof callerOf>[0]),
    });
    const {
      statusCode: status = 0,
      headers = {},
      body,
    } = await this.#handle(event, aContext()).finally(() => {
      console.log = log;
    });
    statuses.set(`${name} ${status}`, (statuses.get(`${name} ${status}`) ?? 0) + 1);
    const reply = {
      status,
      contentType: headers["content-type"] as string | undefined,
      body: bodyOf(headers["content-type"], body),
    };
    const notDescribed = undescribed(name, reply);
    if (status >= 500) return `${name}: ${status} ${lines.find((line) => line.includes("FAILED"))}`;
    if (notDescribed !== undefined) return `${name}: ${notDescribed}`;
    if (status >= 400 && this.#written > before) return `${name}: refused with ${status}, and something was written`;
    if (this.#faults.length > 0) return `${name}: ${String((this.#faults.shift() as { error: Error }).error?.stack)}`;
    if (Object.values(headers).some((value) => /[\r\n]/.test(String(value))))
      return `${name}: a header with a line break`;
    if (Object.values(headers).some((value) => String(value).includes(mark)))
      return `${name}: the caller's words stand in a header`;
    if (lines.some((line) => line.includes(mark) || !isOneObject(line)))
      return `${name}: the caller's words stand in the log`;
    return undefined;
  }

  /** Every case can be read and shown, and none stands still: closed, waiting for somebody, or due. */
  async brokenCases(): Promise<readonly string[]> {
    const ids = new Set(this.#table.records.map(({ dynamodb }) => dynamodb?.NewImage?.id?.S ?? ""));
    const broken: string[] = [];
    // What is sealed is bytes; whatever else the stream carries, keys and events among it, is of our own making.
    if (JSON.stringify(this.#table.records).includes(mark)) broken.push("the caller's words stand open in an item");
    for (const id of ids) {
      const found = await this.#table.cases.read(id);
      if (!found) broken.push(`${id} is gone`);
      else {
        viewCase(this.#world.packages, found, callerOf("officer-lin"));
        const waits = Object.values(found.steps).some(({ status }) => status === "waiting");
        if (found.status === "open" && !waits && found.due === undefined) broken.push(`${id} stands still`);
        if (found.lease) broken.push(`${id} is still leased`);
      }
    }
    return broken;
  }
}

const isOneObject = (line: string): boolean => {
  try {
    return typeof JSON.parse(line) === "object" && !line.includes("\n");
  } catch {
    return false;
  }
};

/** The case's opener has let somebody act for them in it, for a day. */
const lent = ({ openedBy, openedAt }: Case, id: string): Change => ({
  type: "mandate-given",
  at: openedAt,
  mandate: {
    id,
    kind: "delegated",
    from: openedBy,
    to: callerOf("seller-wei").key,
    name: "例",
    scopes: ["read", "answer"],
    since: openedAt,
    until: after(openedAt, 86_400_000),
  },
});
