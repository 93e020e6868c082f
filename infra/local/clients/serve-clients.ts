import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import {
  type ClientConfig,
  cacheOf,
  contentPolicy,
  contentTypes,
  fileOf,
  securityHeaders,
} from "../../../web/build/serving.ts";
import { readText } from "../read-text.ts";

/** What the pages need of the world behind them. */
export interface Surroundings {
  readonly config: ClientConfig;
  /** The sandbox's control: a page may ask its invented payer to pay, and nothing else. */
  readonly controlUrl: string;
}

/** Answers requests for the clients' pages and files. @returns whether the request was one of those */
export type ServePages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * The built clients before the API, as CloudFront serves them there: the same files for the same addresses, with the same
 * headers. What is no file of theirs goes on to the API.
 */
export const servePages =
  (folder: string, surroundings: () => Promise<Surroundings>): ServePages =>
  async (request, response) => {
    const { method = "", url = "/" } = request;
    const path = url.split("?")[0] as string;
    if (method === "POST" && path === "/sandbox/payments") {
      await payInSandbox(await surroundings(), request, response);
      return true;
    }
    if ((method !== "GET" && method !== "HEAD") || path.startsWith("/v1/") || path === "/openapi.json") return false;
    if (path === "/config.json") {
      const body = JSON.stringify((await surroundings()).config);
      response.writeHead(200, { ...securityHeaders, "content-type": "application/json", "cache-control": "no-cache" });
      response.end(method === "HEAD" ? undefined : body);
      return true;
    }
    const file = fileOf(path);
    const contentType = contentTypes[extname(file)];
    const place = normalize(join(folder, file));
    if (contentType === undefined || !place.startsWith(`${folder}/`)) return false;
    const found = await stat(place).catch(() => undefined);
    if (!found?.isFile()) return false;
    const isPacked = isText(contentType) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      ...securityHeaders,
      "content-security-policy": contentPolicy((await surroundings()).config.issuer),
      "content-type": contentType,
      "cache-control": cacheOf(path),
      vary: "accept-encoding",
      ...(isPacked ? { "content-encoding": "gzip" } : { "content-length": found.size }),
    });
    if (method === "HEAD") response.end();
    else if (isPacked) createReadStream(place).pipe(createGzip()).pipe(response);
    else createReadStream(place).pipe(response);
    return true;
  };

/** What CloudFront compresses, too. */
const isText = (contentType: string): boolean => /^(text|image\/svg)|json|javascript/.test(contentType);

const longestBody = 8_192;

const payInSandbox = async (
  { controlUrl }: Surroundings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = await fetch(`${controlUrl}/payments`, { method: "POST", body: await readText(request, longestBody) });
  response.writeHead(answer.status, { ...securityHeaders, "content-type": "application/json" });
  response.end(await answer.text());
};
