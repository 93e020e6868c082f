import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
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
  const { apiUrl, issuer, controlUrl } = world;
  project.provide("shared", { apiUrl, issuer, controlUrl, browserEndpoint: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await world.close();
  };
};
