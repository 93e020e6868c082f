/** An officer approves, and establishes this. */
export const approvedWith = (values: Readonly<Record<string, unknown>>) => [{ approved: true, values }];
