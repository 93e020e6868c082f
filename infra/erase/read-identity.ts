import * as z from "zod";
import { LocalProblem } from "../local/local-problem.ts";

const Identity = z.strictObject({
  idType: z.enum(["resident-id", "passport", "other"]),
  idNumber: z.string().trim().min(1).max(40),
});
export type Identity = z.infer<typeof Identity>;

/** @throws LocalProblem for what is no identity; it quotes nothing of it */
export const readIdentity = (text: string): Identity => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new LocalProblem(expected);
  }
  const identity = Identity.safeParse(parsed);
  if (!identity.success) throw new LocalProblem(expected);
  return identity.data;
};

const expected = 'Standard input is not {"idType": "resident-id" | "passport" | "other", "idNumber": "..."}.';
