import type { ClientConfig } from "../../build/serving.ts";
import type { Session, SessionStore } from "./store.ts";

export interface AuthOptions {
  /** The door through which people come; it stands in the token. */
  readonly channel: "mobile" | "kiosk" | "console";
  readonly store: SessionStore;
  readonly readConfig: () => Promise<ClientConfig>;
}

/** How strong a log-in is wanted, as a problem `step-up-required` names it. */
export interface LoginWish {
  readonly acrValues?: string;
  readonly maxAgeSeconds?: number;
  readonly language?: string;
}

export interface Auth {
  /** Whether this client may lead to the identity provider's own pages. A kiosk never does. */
  readonly leadsAway: boolean;
  readonly session: () => Session | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Leads away to the identity provider; the way back ends at the same screen. */
  readonly login: (wish?: LoginWish) => Promise<void>;
  /** Completes a log-in, if the address says that one is coming back. @returns the screen to go on with */
  readonly completeLogin: () => Promise<string | undefined>;
  /** Ends the session here and at the identity provider. */
  readonly logout: () => Promise<void>;
  /** Ends the session here only. */
  readonly forget: () => void;
  readonly set: (session: Session) => void;
}

/**
 * The code flow with PKCE for a public client (RFC 9700). What it takes to speak to the identity provider is loaded when
 * somebody logs in: most first looks at the page need none of it.
 */
export const createAuth = ({ channel, store, readConfig }: AuthOptions): Auth => {
  const listeners = new Set<() => void>();
  let session = store.load();
  if (session && session.expiresAt < Date.now()) session = undefined;
  const keep = (next: Session | undefined): void => {
    session = next;
    store.save(next);
    for (const listener of listeners) listener();
  };
  const flow = async () => (await import("./code-flow.ts")).codeFlow({ channel, ...(await readConfig()) });
  return {
    leadsAway: channel !== "kiosk",
    session: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    login: async (wish = {}) => location.assign(await (await flow()).begin(wish)),
    completeLogin: async () => {
      const query = new URLSearchParams(location.search);
      if (!query.has("state")) return undefined;
      const { session: gained, screen } = await (await flow()).complete(new URL(location.href));
      // The code is spent, and has no place in the history.
      history.replaceState(null, "", `/${channel}/${screen}`);
      if (gained) keep(gained);
      return screen;
    },
    logout: async () => {
      const idToken = session?.idToken;
      const address = idToken === undefined ? undefined : (await flow()).endAddress(idToken);
      keep(undefined);
      if (address) location.assign(await address);
    },
    forget: () => keep(undefined),
    set: keep,
  };
};
