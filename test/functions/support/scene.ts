import type { Change } from "../../../shared/cases/change.ts";
import { changeCase } from "../../../shared/cases/change-case.ts";
import { callbackToken } from "../../../shared/cases/step-request.ts";
import { withCertificate } from "./certificates.ts";
import { watchedWorld } from "./endpoints.ts";
import { withMoney } from "./money.ts";
import { openedCases } from "./opened-cases.ts";
import { soundRequests } from "./sound-requests.ts";

/**
 * A world of its own, with what was written to its store since, and a request of each route that is taken in it.
 *
 * @param changes what has happened to both its cases before
 */
export const scene = async (changes: readonly Change[] = []) => {
  const { world, writes } = watchedWorld();
  const opened = await openedCases(world);
  const asking = await changeCase(world.cases, opened.asking, () => changes);
  const queued = await changeCase(world.cases, opened.queued, () => changes);
  const over = await changeCase(world.cases, opened.over, () => changes);
  await withMoney(world, asking);
  await withCertificate(world, asking);
  writes.length = 0;
  const requests = soundRequests(asking, queued, over);
  const token = callbackToken(world, queued.id, "agreement");
  const headers = { "x-callback-token": token };
  const sound = { ...requests, receiveCallback: { ...requests.receiveCallback, headers } };
  return { world, writes, sound, asking, queued };
};
