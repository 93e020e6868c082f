const dayMilliseconds = 24 * 3600_000;

/** The day some days before another, both as `YYYY-MM-DD`. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * dayMilliseconds).toISOString().slice(0, 10);
