import { QueryClient } from "@tanstack/react-query";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { ClientConfig } from "../build/serving.ts";
import { ApiProblem, type CallApi, type Calling, createCallApi, NoAnswer } from "./api/call-api.ts";
import { type Auth, createAuth } from "./auth/auth.ts";
import type { Session, SessionStore } from "./auth/store.ts";
import { currentLanguage } from "./texts/language.tsx";

/** What every screen of a client works with. */
export interface Client {
  readonly callApi: CallApi;
  readonly auth: Auth;
  readonly queries: QueryClient;
  /** The cases in which the person acts for another, each with the mandate under which they do. Gone with the page. */
  readonly acting: Map<string, string>;
  readonly readConfig: () => Promise<ClientConfig>;
}

export const createClient = (options: {
  readonly channel: "mobile" | "kiosk" | "console";
  readonly store: SessionStore;
  readonly proof?: Calling["proof"];
}): Client => {
  let config: Promise<ClientConfig> | undefined;
  const readConfig = (): Promise<ClientConfig> => {
    config ??= fetch("/config.json").then((answer) => answer.json() as Promise<ClientConfig>);
    return config;
  };
  const auth = createAuth({ ...options, readConfig });
  const acting = new Map<string, string>();
  const callApi = createCallApi({
    actingUnder: (caseId) => acting.get(caseId),
    language: currentLanguage,
    token: () => auth.session()?.accessToken,
    onLoggedOut: auth.forget,
    ...(options.proof && { proof: options.proof }),
  });
  return { callApi, auth, readConfig, acting, queries: createQueries() };
};

/** What the API refuses, it refuses again: only silence and overload are worth another try. */
const isWorthRepeating = (count: number, error: unknown): boolean =>
  count < 3 &&
  (error instanceof NoAnswer || (error instanceof ApiProblem && (error.status >= 500 || error.status === 429)));

const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRepeating, refetchOnWindowFocus: true, staleTime: 1000 },
      // Each change carries a key or is harmless the second time; nobody must wonder whether to press again.
      mutations: { retry: isWorthRepeating },
    },
  });

const ClientContext = createContext<Client | undefined>(undefined);
export const ClientProvider = ClientContext;

export const useClient = (): Client => {
  const client = useContext(ClientContext);
  if (!client) throw new Error("useClient outside ClientProvider");
  return client;
};

/** The person who is logged in, or nothing. */
export const useSession = (): Session | undefined => {
  const { auth } = useClient();
  return useSyncExternalStore(auth.subscribe, auth.session);
};
