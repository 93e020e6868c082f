import { scrub } from "./scrub.ts";
import { traceId } from "./trace.ts";

/** What a log line may hold: codes, ids of our own, numbers. Never names, identity numbers, amounts or foreign bodies. */
export type LogEntry = Readonly<Record<string, string | number | boolean | undefined>>;

const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;
export type LogLevel = (typeof levels)[number];

/** One line of JSON, the code first. Lambda sets `AWS_LAMBDA_LOG_LEVEL`; whatever is below it stays unsaid. */
export const log = (level: LogLevel, code: string, entry: LogEntry = {}): void => {
  if (levels.indexOf(level) >= threshold()) {
    console.log(JSON.stringify({ code, level, trace: traceId(), ...entry }, scrubbed));
  }
};

const scrubbed = (_field: string, value: unknown): unknown => (typeof value === "string" ? scrub(value) : value);

const threshold = (): number => {
  const named = levels.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL as LogLevel);
  return named === -1 ? levels.indexOf("INFO") : named;
};

/**
 * Where an error comes from, without its message: a parser's message quotes what it could not parse, and that may be an
 * authority's record of a person.
 */
export const traceOf = (error: unknown): LogEntry => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? traceOf(error.cause) : {};
  return {
    error: error.name,
    at: frames
      .slice(0, maxFrames)
      .map((line) => line.trim())
      .join(" | "),
    ...(cause.error !== undefined && { cause: cause.error, causeAt: cause.at }),
  };
};

const maxFrames = 6;
