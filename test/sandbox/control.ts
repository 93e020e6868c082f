import type { Sandbox } from "../../infra/local/sandbox/start-sandbox.ts";

/** The control endpoint from a test's side. */
export const controlOf = ({ controlUrl }: Pick<Sandbox, "controlUrl">) => {
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${controlUrl}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: tests look at single fields of many shapes
    return { status: response.status, body: (await response.json()) as any };
  };
  return {
    fault: (fault: object) => send("POST", "/faults", fault),
    heal: () => send("DELETE", "/faults"),
    acts: async () => (await send("GET", "/acts")).body,
    queries: async () => (await send("GET", "/queries")).body.queries,
    notices: async () => (await send("GET", "/notices")).body.notices,
    orderNotices: (order: object) => send("POST", "/notices", order),
    latency: (milliseconds: number) => send("POST", "/latency", { milliseconds }),
    putRecord: (record: object) => send("PUT", "/records", record),
    send,
  };
};
