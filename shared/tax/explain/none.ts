/** The data of a sentence without figures. */
export type None = Readonly<Record<never, never>>;
