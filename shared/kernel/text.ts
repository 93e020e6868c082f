/** A sentence for people, in Chinese (the default) and English. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** The languages we speak; the first is used when a person asks for none of them. */
export const languages = ["zh", "en"] as const satisfies readonly Language[];
