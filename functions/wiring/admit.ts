import type { Contract } from "../../shared/api/contract.ts";
import { needsToken, type RouteName } from "../../shared/api/routes.ts";
import { addMonths, calendarDateIn } from "../../shared/kernel/day.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { acrValues } from "../../shared/people/authentication.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { mayCall, policy, type Rule } from "../../shared/people/policy.ts";
import type { SessionStore } from "../../shared/people/sessions/session-store.ts";
import { provesDevice } from "./device-proof.ts";
import { type KeyBinding, readCaller, readKeyBinding } from "./read-caller.ts";
import type { HttpEvent, ReadingParts } from "./read-request.ts";

/** A route without a row in the policy does not compile here. */
const ruleOf = (name: RouteName): Rule => policy[name];

/**
 * Who calls, and whether they may call this route at all: by their roles, by how their identity was checked, by how they
 * logged in, and at a kiosk by its key. Whether a case lets them in is for the action, which has the case in hand.
 * @throws Refusal `token-required`, `officer-only`, `residents-only`, `real-name-insufficient`, `two-factor-required`,
 * `device-proof-invalid`, `kiosk-not-registered`, `session-ended`
 */
export const admit = async (
  { name, route }: Pick<Contract, "name" | "route">,
  event: HttpEvent,
  { clock, hash, sessions, loginRules, clientsHost }: ReadingParts,
): Promise<Caller | undefined> => {
  if (!needsToken(route)) return undefined;
  if (!hash) throw new Error(`${event.routeKey} is served by a function that recognises nobody`);
  const claims = "authorizer" in event.requestContext ? event.requestContext.authorizer.jwt?.claims : undefined;
  const caller = readCaller(claims, hash);
  const rule = ruleOf(name);
  if (!mayCall(rule, caller.roles)) {
    throw new Refusal(rule.callers.includes("resident") ? "residents-only" : "officer-only");
  }
  demandRealName(caller);
  const now = clock();
  if (isBeyondTransition(caller, loginRules?.twoFactorFrom, now)) {
    throw new Refusal("two-factor-required", { stepUp: { acr: acrValues.twoFactor, maxAgeSeconds: aDay } });
  }
  const binding = readKeyBinding(claims);
  if (!binding && caller.channel !== "kiosk") return { ...caller, route: name };
  // What no kiosk is for, knows none.
  if (!sessions) throw new Refusal("kiosk-not-registered");
  const kiosk = await admitKiosk({ event, binding, sessions, now, clientsHost });
  const session = hash.of("session", kiosk.token);
  if (await sessions.hasEnded(session)) throw new Refusal("session-ended");
  return { ...caller, route: name, kiosk: { id: kiosk.id, session, until: kiosk.until } };
};

const aDay = 86_400;

/** Registered is not known: until a document was checked, anybody can call themselves anything (实名等级). */
const demandRealName = ({ realNameLevel }: Caller): void => {
  if (realNameLevel < 2) throw new Refusal("real-name-insufficient");
};

const isBeyondTransition = ({ login }: Caller, twoFactorFrom: string | undefined, now: Instant): boolean =>
  twoFactorFrom !== undefined &&
  login?.hasSecondFactor !== true &&
  calendarDateIn(now, "Asia/Shanghai") >= twoFactorFrom;

/** @throws Refusal when the request does not come from the registered kiosk that the token was given to */
const admitKiosk = async ({
  event,
  binding,
  sessions,
  now,
  clientsHost,
}: {
  readonly event: HttpEvent;
  readonly binding: KeyBinding | undefined;
  readonly sessions: SessionStore;
  readonly now: Instant;
  readonly clientsHost: string | undefined;
}) => {
  if (!binding || !(await provesDevice(event, { thumbprint: binding.thumbprint, now, clientsHost })))
    throw new Refusal("device-proof-invalid");
  const kiosk = await sessions.readKiosk(binding.thumbprint);
  if (!kiosk || now < kiosk.since || now >= kiosk.until) throw new Refusal("kiosk-not-registered");
  return { id: kiosk.id, token: binding.token, until: binding.until };
};

/**
 * What somebody is told who still logs in by one factor: from which day on that is no longer taken. Told for the month
 * before, as the header `login-notice`.
 */
export const loginNotice = (
  caller: Caller | undefined,
  { clock, loginRules }: Pick<ReadingParts, "clock" | "loginRules">,
): Record<string, string> => {
  const day = loginRules?.twoFactorFrom;
  if (!caller || day === undefined || caller.login?.hasSecondFactor === true) return {};
  return calendarDateIn(clock(), "Asia/Shanghai") < addMonths(day, -1)
    ? {}
    : { "login-notice": `two-factor-from=${day}` };
};
