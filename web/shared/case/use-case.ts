import { useQuery } from "@tanstack/react-query";
import type { ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";

export type CaseView = ReplyOf<"getCase">;
export type Question = CaseView["questions"][number];

/** How often a case that is open before somebody is asked for again. */
const everyMilliseconds = 2000;

/** A case as it stands, followed while it is open and the page is looked at. */
export const useCase = (caseId: string) => {
  const { callApi } = useClient();
  return useQuery({
    queryKey: ["case", caseId],
    queryFn: () => callApi("getCase", { caseId }),
    refetchInterval: ({ state }) => (state.data?.status === "open" ? everyMilliseconds : false),
  });
};
