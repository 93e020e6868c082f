/**
 * Whether the table only asks for patience - it is busy, or was not reached - and the same call may succeed in a moment. By
 * what the SDK says of its errors, so that nobody needs the SDK to ask.
 */
export const isTableBusy = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { $fault, $retryable } = error as { readonly $fault?: unknown; readonly $retryable?: unknown };
  return $fault === "server" || $retryable !== undefined || busyErrors.has(error.name);
};

const busyErrors: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
]);
