/**
 * How the clients' files are served, said once for the local host and for CloudFront: which file an address means, how
 * long it may be kept, and what a page may do.
 */

/** The file of an address, from the folder of the built clients. */
export const fileOf = (path: string): string => {
  if (path === "/") return "/mobile/index.html";
  return path.endsWith("/") ? `${path}index.html` : path;
};

/** What each kind of file is. */
export const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".json": "application/json",
};

/** Files under it carry a hash of their content in their names. */
const hashedFiles = "/assets/";

/** Hashed files never change; a page must be asked for again, so that a release reaches everybody at once. */
export const cacheOf = (path: string): string =>
  path.startsWith(hashedFiles) ? "public, max-age=31536000, immutable" : "no-cache";

/**
 * What a page may load and reach: its own files, its own API and the identity provider. No inline script and no inline
 * style sheet runs, so text that a person has entered can never become either.
 */
export const contentPolicy = (issuer: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // A QR code is drawn, a document shown, from what the page itself has made.
    "img-src 'self' data: blob:",
    "frame-src blob:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Headers of every page and file beside the content policy. */
export const securityHeaders = {
  "x-content-type-options": "nosniff",
  // Addresses of cases stay with us.
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(), microphone=()",
} as const;

/** What a client must know before anybody can log in; served as `/config.json`. */
export interface ClientConfig {
  /** The identity provider. */
  readonly issuer: string;
  /** An engineer's machine: the people are invented, and the pages say so. */
  readonly isSandbox: boolean;
}
