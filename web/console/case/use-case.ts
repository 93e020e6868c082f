import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { useClient } from "../../shared/client.tsx";

export type CaseShown = ReplyOf<"getCase">;
export type Question = CaseShown["questions"][number];
export type ForOfficer = NonNullable<Question["forOfficer"]>;
export type FactShown = CaseShown["facts"][number];
export type DecisionShown = CaseShown["decisions"][number];

/** Every read is an entry in the access log of the people concerned: a case is read when somebody looks, not by the clock. */
export const useCase = (caseId: string) => {
  const { callApi } = useClient();
  return useQuery({
    queryKey: ["case", caseId],
    queryFn: () => callApi("getCase", { caseId }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
};

type Change = "claimStep" | "decideStep" | "takeOverDecision";

/** A change of the case on the screen. It names the version that the officer has seen: whoever was first wins. */
export const useChange = <Name extends Change>(name: Name, { id, version }: CaseShown) => {
  const { callApi } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (call: { readonly stepId: string; readonly body: Record<string, unknown> }) =>
      (callApi as (name: string, call: unknown) => Promise<CaseShown>)(name, { caseId: id, version, ...call }),
    onSuccess: (changed) => {
      queries.setQueryData(["case", id], changed);
      void queries.invalidateQueries({ queryKey: ["queue"] });
      void queries.invalidateQueries({ queryKey: ["timeline", id] });
    },
    // Somebody else may have changed it: what is on the screen must be what there is.
    onError: () => void queries.invalidateQueries({ queryKey: ["case", id] }),
  });
};
