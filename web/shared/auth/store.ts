/** What a log-in leaves in this page. */
export interface Session {
  readonly accessToken: string;
  readonly idToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly name: string;
}

/** Where a session is kept. Never in local storage, which outlives the person's presence. */
export interface SessionStore {
  load(): Session | undefined;
  save(session: Session | undefined): void;
}

/** Gone with the page: for machines that many people use. */
export const memoryStore = (): SessionStore => {
  let kept: Session | undefined;
  return {
    load: () => kept,
    save: (session) => {
      kept = session;
    },
  };
};

/** Gone with the tab, but not with a payment or a step-up that leads away and back. */
export const tabStore = (key = "session"): SessionStore => ({
  load: () => readJson<Session>(key),
  save: (session) => {
    if (session) sessionStorage.setItem(key, JSON.stringify(session));
    else sessionStorage.removeItem(key);
  },
});

/** What this page itself wrote; anything else counts as nothing. */
export const readJson = <Value>(key: string): Value | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "") as Value;
  } catch {
    return undefined;
  }
};
