import { operationId } from "../connectors/operation.ts";
import { addDays, calendarDateIn } from "../kernel/calendar-date.ts";
import { toInstant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Package, Step } from "../packages/package.ts";
import type { Note } from "../people/access-log/access-log.ts";
import { type AccessEntry, chainOfPerson } from "../people/access-log/entry.ts";
import type { PersonKey } from "../people/person-key.ts";
import { authorisationEnded, canBeTakenBack } from "./authorisation-ended.ts";
import { subjectsOf, whatIsUnauthorised } from "./authorisations.ts";
import type { Case } from "./case.ts";
import type { Change } from "./change.ts";
import { documentsIn } from "./documents-in.ts";
import type { Engine } from "./engine.ts";

/** The case has changed under its runner, so that what was about to be done may no longer be right: look at it anew. */
export class CaseOvertaken extends Error {
  readonly fresh: Case;
  constructor(fresh: Case) {
    super(`case ${fresh.id} has changed under its runner`);
    this.name = "CaseOvertaken";
    this.fresh = fresh;
  }
}

interface Asking {
  readonly definition: Package;
  readonly current: Case;
  readonly step: Step;
  readonly values: Readonly<Record<string, unknown>>;
  readonly round: number;
}

/**
 * That a record names people who were not asked about, a spouse for example: they are data subjects, too, and are told in
 * their own log before anybody sees it.
 */
export const noteNamed = async (engine: Engine, asking: Asking, answer: unknown): Promise<void> => {
  const asked = new Set(peopleAskedAbout(engine, asking));
  const named = new Set([...documentsIn(answer)].map((document) => engine.hash.person(document)));
  const others = [...named].filter((person) => !asked.has(person));
  if (others.length > 0) await engine.access.note(notesOf(engine, asking, others));
};

const peopleAskedAbout = ({ hash }: Engine, { current, step, values }: Asking): readonly PersonKey[] => {
  const looksUp = step.looksUp ?? [];
  const people = looksUp.flatMap((lookUp) => subjectsOf(lookUp, values)).map((each) => hash.person(each));
  return [...new Set(looksUp.some(({ about }) => about === undefined) ? [...people, current.openedBy] : people)];
};

/** That these people's records are looked up; of those asked about, before that is done. */
const notesOf = ({ clock }: Engine, { current, step }: Asking, people: readonly PersonKey[]): readonly Note[] => {
  const entry: AccessEntry = {
    at: clock(),
    reader: { kind: "machine" },
    does: "looks-up",
    reason: "case-work",
    caseId: current.id,
    packageId: current.packageId,
    packageVersion: current.packageVersion,
    step: step.id,
    ...(step.performs && { authority: step.performs.authority }),
    fields: step.gives,
    people: people.length,
  };
  return people.map((person) => ({ chain: chainOfPerson(person), entry }));
};

/**
 * Whether a step's query may be sent, by the case as it is stored at this very moment: a withdrawal that was written a
 * moment ago by somebody else counts. The caller sends the query at once, with nothing in between.
 * @returns what becomes of the step when it may not; nothing when it may
 * @throws CaseOvertaken when the runner must first see what has been written since
 */
export const leaveToAsk = async (engine: Engine, asking: Asking): Promise<readonly Change[] | undefined> => {
  const { definition, current, step, values, round } = asking;
  if (step.performs?.kind !== "query") return undefined;
  // Acts that begin with it need no leave, and are on their way before it is prepared.
  await new Promise((resolve) => process.nextTick(resolve));
  const operation = operationId(step.performs);
  if ((await engine.quota?.take(operation, definition.id, engine.clock())) === false) return [usedUp(engine, asking)];
  await engine.access.note(notesOf(engine, asking, peopleAskedAbout(engine, asking)));
  const fresh = await engine.cases.read(current.id, current);
  if (!fresh) throw new Error(`case ${current.id} was there and is gone`);
  const at = engine.clock();
  if (fresh.version > current.version && fresh.status !== "open") throw new CaseOvertaken(fresh);
  // Authorisations are never given within a run, so that what is stored is all there is.
  const lacking = whatIsUnauthorised(engine.hash, definition, fresh, step, values, at);
  if (!lacking) return undefined;
  if (fresh.version > current.version) throw new CaseOvertaken(fresh);
  const ended = authorisationEnded(definition, lacking, at);
  if (canBeTakenBack(fresh, ended)) return [ended];
  const readyAt = current.steps[step.id]?.readyAt ?? at;
  return [{ type: "refused", step: step.id, at, readyAt, round, code: "authorisation-ended", because: notAuthorised }];
};

/** The step waits for the bureau's next day. */
const usedUp = ({ clock }: Engine, { current, step, round }: Asking): Change => {
  const at = clock();
  const tomorrow = addDays(calendarDateIn(at, "Asia/Shanghai"), 1);
  const nextAt = toInstant(Date.parse(`${tomorrow}T00:00:00+08:00`));
  const readyAt = current.steps[step.id]?.readyAt ?? at;
  return { type: "silent", step: step.id, at, readyAt, round, code: "quota-used-up", because: quotaUsedUp, nextAt };
};

const quotaUsedUp: Text = {
  zh: "今日向该部门查询的次数已用完,明日自动查询,您无需操作。",
  en: "Today's look-ups with this authority are used up; it is asked tomorrow by itself, you need not do anything.",
};

const notAuthorised: Text = {
  zh: "当事人已撤回查询授权,不再查询。可到办税服务厅凭材料办理。",
  en: "The authorisation was withdrawn, so that nothing is looked up any more. It can be done at the counter with papers.",
};
