import { setTimeout } from "node:timers/promises";
import { families } from "../../../infra/local/demo/street/families.ts";
import type { Family } from "../../../infra/local/demo/street/family.ts";
import { ApiProblem, type Client, createClient } from "../../../shared/api/client.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";

/** An authority whose answer is late on a busy machine is asked again by the clock: nothing waits so long when all is well. */
const patienceMilliseconds = 200_000;

type Where = { readonly apiUrl: string; readonly issuer: string };

/** A client of the API for an inhabitant, without a browser. */
export const clientOf = async ({ apiUrl, issuer }: Where, login: string): Promise<Client> => {
  const answer = await fetch(`${issuer}/sandbox/tokens`, {
    method: "POST",
    body: JSON.stringify({ login, channel: /^(officer|supervisor)/.test(login) ? "console" : "mobile" }),
  });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  return createClient({ baseUrl: apiUrl, token });
};

/** Plays a family of the street until its case waits for an officer. */
export const queuedFamily = async (where: Where, id: string): Promise<CaseView> => {
  const family = families.find((each) => each.id === id);
  if (!family) throw new Error(`nobody on the street is called ${id}`);
  const people = await Promise.all(
    family.people.map(async (login) => ({ login, client: await clientOf(where, login) })),
  );
  const officer = await clientOf(where, "officer-lin");
  const [opener] = people;
  if (!opener) throw new Error(`${id} has no people`);
  // With the same key it is the same case.
  const { id: caseId } = await patiently(() =>
    opener.client.openCase({
      idempotencyKey: `queued-${id}`,
      body: {
        packageId: "second-hand-housing",
        opening: { contractNumber: family.contractNumber },
        consents: { dataSharing: true },
      },
    }),
  );
  for (const end = Date.now() + patienceMilliseconds; Date.now() < end; await setTimeout(50)) {
    const view = await patiently(() => officer.getCase({ caseId }));
    if (view.questions.some(({ forOfficer }) => forOfficer)) return view;
    for (const { login, client } of people) await answerOnce(client, caseId, login, family);
  }
  throw new Error(`${id} never came to an officer`);
};

/** A busy machine: the API says that it takes longer, or the gateway had no words of the API to pass on. */
const isBusy = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.code === "took-too-long" || (error.status >= 500 && error.problem.requestId === undefined));

/** Asks again as long as the machine is busy. */
const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (const end = Date.now() + patienceMilliseconds; ; await setTimeout(200)) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
    }
  }
};

/** Before the records have named them nobody learns of the case; the other side may be faster. */
const passing: readonly string[] = ["case-not-found", "case-changed"];

/** Answers what this person is asked now, if anything, as their family does. */
export const answerOnce = async (client: Client, caseId: string, login: string, { answers }: Family): Promise<void> => {
  try {
    const { questions, version } = await client.getCase({ caseId });
    const [question] = questions;
    if (!question) return;
    const { stepId } = question;
    const said = answers?.[stepId];
    await client.answerStep({ caseId, stepId, version, body: { answers: { ...(said?.[login] ?? said?.["*"]) } } });
  } catch (error) {
    if (!(error instanceof ApiProblem) || !(passing.includes(error.code) || isBusy(error))) throw error;
  }
};
