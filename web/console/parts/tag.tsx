import type { ReactNode } from "react";

export type Tone = "plain" | "brand" | "good" | "wait" | "bad";

/** A short state. Its words carry the meaning; the colour only repeats it. */
export const StateTag = ({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`state-tag ${tone}`}>{children}</span>
);
