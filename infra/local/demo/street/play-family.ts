import type { CaseView } from "../../../../shared/api/resources/case.ts";
import { authorities } from "../../../../shared/connectors/authorities.ts";
import { fen, formatYuan, sum, yuan } from "../../../../shared/kernel/fen.ts";
import type { Login } from "../../sandbox/population/people.ts";
import type { Expected, Family, Happening } from "./family.ts";

/** How a family's people, the officer and the world around them reach the case: through HTTP, or in one process. */
export interface Hands {
  open(login: Login, family: Pick<Family, "contractNumber" | "packageId">): Promise<string>;
  /** The case as this person sees it; none while they are no party. */
  viewOf(login: Login, caseId: string): Promise<CaseView | undefined>;
  /** The case as an officer sees it. */
  officerView(caseId: string): Promise<CaseView>;
  answer(login: Login, view: CaseView, stepId: string, answers: Readonly<Record<string, unknown>>): Promise<void>;
  decide(view: CaseView, stepId: string, decision: Decision): Promise<void>;
  happen(happening: Exclude<Happening, { readonly kind: "request" }>): Promise<void>;
  request(login: Login, view: CaseView, stepId: string, reason: string): Promise<void>;
  /** This person pays the bills of the case that they see. @returns how many there were */
  pay(login: Login, caseId: string): Promise<number>;
  /** Lets time go by for what goes on by itself. */
  wait(caseId: string): Promise<void>;
}

export interface Decision {
  readonly approved: boolean;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface PlayedFamily {
  readonly family: Family;
  readonly view: CaseView;
  /** Taps before payment: the opening and each confirmation, by person. */
  readonly taps: Readonly<Record<string, number>>;
  /** Steps that were answered more than once by the same person. */
  readonly signedAnew: readonly string[];
  readonly officer: readonly string[];
}

/** Plays a family's story to its end, or until nobody who is there has anything left to do. */
export const playFamily = async (hands: Hands, family: Family): Promise<PlayedFamily> => {
  const turns = [...(family.turns ?? [])];
  const happen = async (isNow: (when: (typeof turns)[number]["when"]) => boolean, view?: CaseView) => {
    for (const turn of turns.filter(({ when }) => isNow(when))) {
      turns.splice(turns.indexOf(turn), 1);
      const { happens } = turn;
      if (happens.kind !== "request") await hands.happen(happens);
      else if (view) await hands.request(happens.login, view, happens.step, happens.reason);
    }
  };
  const taps: Record<string, number> = {};
  const answered = new Map<string, number>();
  const officer: string[] = [];
  const decisions = Object.fromEntries(Object.entries(family.decisions ?? {}).map(([id, list]) => [id, [...list]]));

  await happen((when) => when === "opening");
  const [opener] = family.people;
  const caseId = await hands.open(opener, family);
  taps[opener] = 1;
  let patience = mostIdle.people;
  for (let idle = 0; idle < patience; ) {
    const before = await hands.officerView(caseId);
    // Who has paid waits for a wallet to say so.
    const waitsForPeople = before.waitsFor.some(
      ({ id, steps }) => !Object.hasOwn(authorities, id) && steps.some((step) => step !== "payment"),
    );
    patience = waitsForPeople ? mostIdle.people : mostIdle.authorities;
    if (before.status !== "open" && turns.length === 0) break;
    await happen(
      (when) =>
        typeof when === "object" && before.steps.some(({ id, status }) => id === when.step && status === when.status),
      before,
    );
    let hasActed = false;
    for (const login of family.people) {
      const view = await hands.viewOf(login, caseId);
      const [question] = view?.questions ?? [];
      if (!view || !question) continue;
      const { stepId } = question;
      const said = family.answers?.[stepId];
      const isStatable = view.steps.some(({ id, status }) => id === stepId && status === "retrying");
      if (isStatable && !said) continue;
      await hands.answer(login, view, stepId, said?.[login] ?? said?.["*"] ?? {});
      taps[login] = (taps[login] ?? 0) + 1;
      answered.set(`${stepId} ${login}`, (answered.get(`${stepId} ${login}`) ?? 0) + 1);
      hasActed = true;
      break;
    }
    if (!hasActed && before.steps.some(({ id, status }) => id === "payment" && status === "waiting")) {
      for (const login of family.people) {
        if (family.withholds?.includes(login)) continue;
        hasActed = (await hands.pay(login, caseId)) > 0 || hasActed;
      }
    }
    const view = await hands.officerView(caseId);
    const waiting = view.status === "open" ? view.steps.find(({ waitsFor }) => waitsFor?.id === "officer") : undefined;
    if (waiting) {
      await happen((when) => typeof when === "object" && when.step === waiting.id && when.status === waiting.status);
      await hands.decide(view, waiting.id, decisions[waiting.id]?.shift() ?? { approved: true });
      officer.push(waiting.id);
      hasActed = true;
    }
    if (hasActed) idle = 0;
    else {
      idle += 1;
      await hands.wait(caseId);
    }
  }
  const signedAnew = [
    ...new Set([...answered].flatMap(([key, times]) => (times > 1 ? [key.split(" ")[0] ?? ""] : []))),
  ];
  return { family, view: await hands.officerView(caseId), taps, signedAnew, officer };
};

export type Outcome = Omit<Expected, "status"> & Pick<CaseView, "status">;

/** What came of it, in the words of `Expected`. */
export const outcomeOf = ({ family, view, signedAnew, officer }: PlayedFamily): Outcome => {
  const { expected } = family;
  const refused = view.steps.find(({ status, code }) => status === "refused" && code !== undefined)?.code;
  return {
    status: view.status,
    payments: paymentsIn(view),
    ...moneyIn(view),
    ...repurchaseIn(view),
    ...(expected.waitsFor && { waitsFor: view.waitsFor.map(({ id }) => id) }),
    ...(officer.length > 0 && view.status !== "refused" && { officer }),
    ...(refused !== undefined && { refused }),
    ...(signedAnew.length > 0 && { signedAnew }),
  };
};

/** How often one looks again before one believes that nothing more happens by itself: people who stay away, stay away. */
const mostIdle = { people: 5, authorities: 60 };

const givenIn = ({ facts }: Pick<CaseView, "facts">, fact: string): unknown =>
  facts.find(({ id }) => id === fact)?.value;

/** Of a refund that was ordered: how much, for which sale. */
const repurchaseIn = (view: CaseView): Pick<Expected, "repurchase"> => {
  if (givenIn(view, "refundNumber") === undefined) return {};
  const { amount, saleContract } = givenIn(view, "refund") as NonNullable<Expected["repurchase"]>;
  return { repurchase: { amount, saleContract } };
};

/** Of a sale that was filed: what was paid, if it is not what is owed, what was added for it, and what went back. */
const moneyIn = (view: CaseView): Pick<Expected, "paid" | "surcharge" | "refunded"> => {
  if (givenIn(view, "declarationNumber") === undefined) return {};
  const amountsOf = (fact: string, of: "amount" | "surcharge" = "amount") =>
    ((givenIn(view, fact) ?? []) as readonly Readonly<Record<string, string>>[]).map((each) => each[of] ?? "0.00");
  const refunded = [...amountsOf("refunds"), ...amountsOf("overpaidRefunds")];
  const owed = sum(paymentsIn(view).map((payment) => yuan(payment.split(" ")[2] ?? "")));
  const paid = sum(amountsOf("settlement").map(yuan));
  const late = sum(amountsOf("settlement", "surcharge").map(yuan));
  const isPaid = paid === fen(owed + sum(refunded.map(yuan)));
  return {
    ...(!isPaid && { paid: formatYuan(paid) }),
    ...(late > 0 && { surcharge: formatYuan(late) }),
    ...(refunded.length > 0 && { refunded }),
  };
};

const paymentsIn = ({ facts }: Pick<CaseView, "facts">): readonly string[] => {
  const assessment = facts.find(({ id }) => id === "assessment")?.value as
    | { readonly lines: readonly { tax: string; payers: readonly { id: string; amount: string }[] }[] }
    | undefined;
  return (assessment?.lines ?? []).flatMap(({ tax, payers }) =>
    payers.filter(({ amount }) => amount !== "0.00").map(({ id, amount }) => `${id} ${tax} ${amount}`),
  );
};
