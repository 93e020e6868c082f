// Runs the sandbox as a process of its own. Configured by the environment, and by nothing else:
// BUREAU_SECRET (required), SANDBOX_FOLDER, SANDBOX_PORTS (JSON, by authority, wallet and "control"), SANDBOX_LATENCY (ms).
import { fstatSync } from "node:fs";
import { z } from "zod";
import { authorityIds } from "../../../shared/connectors/authorities.ts";
import { startSandbox } from "./start-sandbox.ts";
import { walletIds } from "./wallets/wallet-ids.ts";

const Environment = z.object({
  BUREAU_SECRET: z.string().min(32),
  SANDBOX_FOLDER: z.string().min(1).optional(),
  SANDBOX_PORTS: z
    .string()
    .default("{}")
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "Not JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.partialRecord(z.enum([...authorityIds, ...walletIds, "control"]), z.int().min(0).max(65_535))),
  SANDBOX_LATENCY: z.coerce.number().min(0).default(0),
});

/** A terminal or nothing at all is no sign of life; a pipe is. */
const isPipe = (descriptor: number): boolean => {
  try {
    const status = fstatSync(descriptor);
    return status.isFIFO() || status.isSocket();
  } catch {
    return false;
  }
};

try {
  const environment = Environment.parse(process.env);
  const sandbox = await startSandbox({
    secret: environment.BUREAU_SECRET,
    ...(environment.SANDBOX_FOLDER !== undefined && { folder: environment.SANDBOX_FOLDER }),
    ports: environment.SANDBOX_PORTS,
    latencyMilliseconds: environment.SANDBOX_LATENCY,
    hasWallets: true,
  });
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Dies with whoever started it: their end of the channel or of the pipe closes however they die.
  if (process.channel) process.once("disconnect", stop);
  if (isPipe(0)) process.stdin.once("close", stop).resume();
  const { urls, walletAccess, controlUrl } = sandbox;
  console.log(JSON.stringify({ urls, walletAccess, controlUrl }));
} catch (cause) {
  const reason = cause instanceof z.ZodError ? `\n${z.prettifyError(cause)}` : String(cause);
  console.error(`The sandbox did not start: ${reason}`);
  process.exit(1);
}
