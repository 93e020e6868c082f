import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { InstantView, NamedView } from "./common.ts";

/** Which authorities answer, and who waits for those that do not. */
export const AuthoritiesView = lazily(() =>
  z.object({
    at: InstantView(),
    isComplete: z.boolean().meta({ description: "False: more cases wait than were counted" }),
    authorities: z.array(
      NamedView().extend({
        packages: z
          .array(NamedView().extend({ steps: z.array(NamedView()) }))
          .meta({ description: "What it is asked for" }),
        silence: z
          .object({
            cases: z.int().meta({ description: "Cases of the office that wait for its answer" }),
            since: InstantView().meta({ description: "Since when the first of them has waited" }),
            nextAt: InstantView().optional().meta({ description: "When it is asked again" }),
            reasons: z.array(z.object({ code: z.string(), steps: z.int() })),
          })
          .optional()
          .meta({ description: "Absent while nobody waits for it" }),
      }),
    ),
  }),
);
export type AuthoritiesView = z.output<ReturnType<typeof AuthoritiesView>>;
