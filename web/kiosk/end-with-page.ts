import { routes } from "../../shared/api/routes.ts";
import type { Calling } from "../shared/api/call-api.ts";
import type { Auth } from "../shared/auth/auth.ts";

type Prove = NonNullable<Calling["proof"]>;

/** How old a prepared proof may become; the API takes none that is older than a minute. */
const everyMilliseconds = 20_000;

/**
 * A page that is closed or loaded anew in mid-session leaves nothing, and ends the session at the API all the same. There
 * is no time to sign anything then: the proof that this request comes from this kiosk lies ready.
 */
export const endWithPage = (auth: Auth, prove: Prove): void => {
  const { method, path } = routes.endSession;
  let ready: { readonly token: string; readonly dpop: string } | undefined;
  const prepare = async (): Promise<void> => {
    const token = auth.session()?.accessToken;
    ready = token === undefined ? undefined : { token, dpop: await prove({ method, path, token }) };
  };
  auth.subscribe(() => void prepare());
  setInterval(() => void prepare(), everyMilliseconds);
  addEventListener("pagehide", () => {
    sessionStorage.clear();
    localStorage.clear();
    const token = auth.session()?.accessToken;
    if (!ready || ready.token !== token) return;
    const headers = { authorization: `Bearer ${token}`, dpop: ready.dpop, "idempotency-key": crypto.randomUUID() };
    void fetch(path, { method, headers, keepalive: true });
  });
};
