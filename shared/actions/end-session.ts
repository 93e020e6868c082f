import type { Caller } from "../people/caller.ts";
import type { SessionStore } from "../people/sessions/session-store.ts";

/**
 * Ends a person's session on a kiosk: from the next request on its token opens nothing, on any kiosk. Tokens of people's
 * own devices are not known one by one; they end at the identity provider.
 */
export const endSession = async (
  { sessions }: { readonly sessions: SessionStore },
  { kiosk }: Caller,
): Promise<{ readonly ended: boolean }> => {
  if (!kiosk) return { ended: false };
  await sessions.end(kiosk.session, kiosk.until);
  return { ended: true };
};
