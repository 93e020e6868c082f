import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { LocalProblem } from "./local-problem.ts";

/** Nothing of the local world is ever reachable from another machine. */
const loopback = "127.0.0.1";

/** Opens a server on the loopback address and answers its base address. Port 0 takes any free one. */
export const listen = (server: Server, port: number, purpose: string): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, port, purpose)));
    server.listen(port, loopback, () => {
      // Callers keep connections open between bursts; closing first would race with their next request.
      server.keepAliveTimeout = 65_000;
      resolve(`http://${loopback}:${(server.address() as AddressInfo).port}`);
    });
  });

/** Takes no new request, lets those under way finish for a moment, then closes whatever is still open. */
export const closeServer = (server: Server, graceMilliseconds = 2_000): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });

const explain = (cause: NodeJS.ErrnoException, port: number, purpose: string): Error => {
  if (cause.code === "EADDRINUSE") {
    return new LocalProblem(
      `Port ${port} (${purpose}) is in use, perhaps by another One Window. ` +
        "Stop that program, or choose other ports: npm start -- --port 7500",
      { cause },
    );
  }
  if (cause.code === "EACCES") {
    return new LocalProblem(`This user may not open port ${port} (${purpose}). Choose one above 1023.`, { cause });
  }
  return cause;
};
