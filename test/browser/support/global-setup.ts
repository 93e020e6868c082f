import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import type { Whereabouts } from "../../../infra/local/environment.ts";
import { startWorld } from "../../../infra/local/world.ts";
import { buildClientsIfOutdated } from "../../../web/build/build-clients.ts";
import { clientsFolder } from "../../../web/build/clients.ts";
import { browserLaunch } from "./browser.ts";

/** Where the world and the browser are that all browser tests share. Each test has people of its own. */
export interface Shared {
  readonly apiUrl: string;
  readonly issuer: string;
  readonly controlUrl: string;
  readonly browserEndpoint: string;
  /** Behind the API: for what a person cannot bring about within a test, such as yesterday's account of a wallet. */
  readonly whereabouts: Whereabouts;
}

declare module "vitest" {
  interface ProvidedContext {
    shared: Shared;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  await buildClientsIfOutdated();
  const [world, browser] = await Promise.all([
    startWorld({ clientsFolder }),
    browserLaunch().then((options) => chromium.launchServer(options)),
  ]);
  const { apiUrl, issuer, controlUrl, whereabouts } = world;
  project.provide("shared", { apiUrl, issuer, controlUrl, browserEndpoint: browser.wsEndpoint(), whereabouts });
  return async () => {
    await browser.close();
    await world.close();
  };
};
