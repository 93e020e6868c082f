import type { Client } from "../shared/client.tsx";

/**
 * Ends a person's time at the kiosk: the token is made worthless at the API, storage and caches are emptied, and the page
 * itself is replaced by a new one, so that neither memory nor document nor history keeps anything.
 */
export const wipe = async ({ auth, callApi, queries }: Client): Promise<void> => {
  // The session runs out by itself should this not arrive; whoever stands here next must not wait for it.
  if (auth.session()) await Promise.race([callApi("endSession", {}).catch(() => {}), pause(3000)]);
  auth.forget();
  queries.clear();
  sessionStorage.clear();
  localStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  location.replace("/kiosk/");
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
