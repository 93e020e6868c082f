import { setTimeout as pause } from "node:timers/promises";
import { ApiProblem, type Client } from "../../../shared/api/client.ts";

/** What the people of a story do: who opens with what, and who answers which question how. */
export interface Story {
  readonly packageId: string;
  readonly opening: Readonly<Record<string, unknown>>;
  /** Logins; the first one opens. */
  readonly people: readonly [string, ...string[]];
  /** Answers by step; a question that is not here is confirmed as it stands. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Told {
  readonly caseId: string;
  readonly status: string;
  /** What became of each step. */
  readonly steps: Readonly<Record<string, string>>;
}

/** What a story looks at to know how far it is. */
export interface View {
  readonly status: string;
  readonly waitsFor: readonly { readonly id: string }[];
  readonly steps: readonly { readonly id: string; readonly status: string }[];
}

/**
 * Plays a story through the API as patient clients do: each request is repeated with its own key until it is answered,
 * whatever happens to the host meanwhile. Ends when the case is closed, or when it waits for somebody else for good.
 */
export const play = async (
  story: Story,
  key: string,
  clientOf: (login: string) => Client,
  until: (view: View) => boolean = ({ status }) => status !== "open",
  /** Where the sandbox's wallets are told that somebody pays; without it nobody does. */
  controlUrl?: string,
): Promise<Told> => {
  const [opener] = story.people;
  const opened = await untilAnswered(() =>
    clientOf(opener).openCase({
      idempotencyKey: `open-${key}`,
      body: { packageId: story.packageId, opening: { ...story.opening }, consents: { dataSharing: true } },
    }),
  );
  for (;;) {
    for (const login of story.people) await answerWhatIsAsked(story, key, clientOf(login), login, opened.id);
    const view = await untilAnswered(() => clientOf(opener).getCase({ caseId: opened.id }));
    if (until(view)) {
      const steps = Object.fromEntries(view.steps.map(({ id, status }) => [id, status]));
      return { caseId: view.id, status: view.status, steps };
    }
    if (controlUrl !== undefined && view.steps.some(({ id, status }) => id === "payment" && status === "waiting")) {
      for (const login of story.people) await payOwnBills(clientOf(login), controlUrl, opened.id, key);
    }
    await pause(100);
  }
};

/** Whoever is asked to pays; a code that was scanned already is not scanned again. */
const payOwnBills = async (client: Client, controlUrl: string, caseId: string, key: string): Promise<void> => {
  const { bills } = await untilAnswered(() => client.listBills({ caseId }));
  for (const { id } of bills.filter(({ status }) => status === "open")) {
    const body = { wallet: "wechat", scene: "qr" } as const;
    const paying = untilAnswered(() =>
      client.payBill({ caseId, billId: id, idempotencyKey: `pay-${id}-${key}`, body }),
    );
    const { payment } = await paying.catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === "bill-not-open") return { payment: { offer: undefined } };
      throw error;
    });
    if (payment.offer?.kind !== "qr") continue;
    const scanned = JSON.stringify({ wallet: "wechat-pay", content: payment.offer.content });
    await fetch(`${controlUrl}/payments`, { method: "POST", body: scanned });
  }
};

const answerWhatIsAsked = async (
  story: Story,
  key: string,
  client: Client,
  login: string,
  caseId: string,
): Promise<void> => {
  const view = await untilAnswered(() => client.getCase({ caseId })).catch((error: unknown) => {
    // Not yet a party: the record that names this person is still being fetched.
    if (error instanceof ApiProblem && error.code === "case-not-found") return undefined;
    throw error;
  });
  const [question] = view?.questions ?? [];
  if (!view || !question) return;
  const { stepId } = question;
  const answers = { ...story.answers?.[stepId] };
  await untilAnswered(() =>
    client.answerStep({
      caseId,
      stepId,
      version: view.version,
      // Asked anew, for a day has ended and the sum is another, it is another answer.
      idempotencyKey: `${stepId}-${login}-${view.version}-${key}`,
      body: { answers },
    }),
  ).catch((error: unknown) => {
    // Somebody else was faster; the next round looks again.
    if (error instanceof ApiProblem && ["case-changed", "step-not-waiting", "case-closed"].includes(error.code)) return;
    throw error;
  });
};

/** A request whose host is gone, not yet there or full is repeated; any other problem is an answer. */
export const untilAnswered = async <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) throw error;
      await pause(50);
    }
  }
};
