import { inject } from "vitest";
import { families } from "../../../infra/local/demo/street/families.ts";
import type { Family } from "../../../infra/local/demo/street/family.ts";
import { ApiProblem, type Client, createClient } from "../../../shared/api/client.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";

/** A client of the API for an inhabitant, without a browser. */
export const clientOf = async (login: string): Promise<Client> => {
  const { apiUrl, issuer } = inject("shared");
  const answer = await fetch(`${issuer}/sandbox/tokens`, {
    method: "POST",
    body: JSON.stringify({ login, channel: /^(officer|supervisor)/.test(login) ? "console" : "mobile" }),
  });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  return createClient({ baseUrl: apiUrl, token });
};

/** Plays a family of the street until its case waits for an officer. */
export const queuedFamily = async (id: string): Promise<CaseView> => {
  const family = families.find((each) => each.id === id);
  if (!family) throw new Error(`nobody on the street is called ${id}`);
  const people = await Promise.all(family.people.map(async (login) => ({ login, client: await clientOf(login) })));
  const officer = await clientOf("officer-lin");
  const [opener] = people;
  if (!opener) throw new Error(`${id} has no people`);
  const { id: caseId } = await opener.client.openCase({
    body: {
      packageId: "second-hand-housing",
      opening: { contractNumber: family.contractNumber },
      consents: { dataSharing: true },
    },
  });
  for (let round = 0; round < 40; round += 1) {
    const view = await officer.getCase({ caseId });
    if (view.questions.some(({ forOfficer }) => forOfficer)) return view;
    for (const { login, client } of people) await answerOnce(client, caseId, login, family);
  }
  throw new Error(`${id} never came to an officer`);
};

const answerOnce = async (client: Client, caseId: string, login: string, { answers }: Family): Promise<void> => {
  try {
    const { questions, version } = await client.getCase({ caseId });
    const [question] = questions;
    if (!question) return;
    const { stepId } = question;
    const said = answers?.[stepId];
    await client.answerStep({ caseId, stepId, version, body: { answers: { ...(said?.[login] ?? said?.["*"]) } } });
  } catch (error) {
    // Before the records have named them nobody learns of the case; and the other side may have been faster.
    if (!(error instanceof ApiProblem) || !["case-not-found", "case-changed"].includes(error.code)) throw error;
  }
};
