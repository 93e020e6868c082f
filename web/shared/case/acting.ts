import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";

export type Delegation = ReplyOf<"listDelegations">["delegations"][number];

export const useDelegations = (caseId: string, isWanted = true) => {
  const { callApi } = useClient();
  return useQuery({
    queryKey: ["delegations", caseId],
    queryFn: () => callApi("listDelegations", { caseId }),
    enabled: isWanted,
  });
};

/**
 * For whom the reader acts in a case in which they have no part of their own: what they do from here on is done under
 * that person's mandate, and recorded as theirs.
 */
export const useActing = (caseId: string, hasOwnPart: boolean): Delegation | undefined => {
  const { acting, queries } = useClient();
  const isActing = acting.has(caseId);
  const { data } = useDelegations(caseId, isActing || !hasOwnPart);
  const mandate = data?.delegations.find(({ direction, isInForce }) => direction === "received" && isInForce);
  const mandateId = mandate?.id;
  useEffect(() => {
    if (hasOwnPart || mandateId === undefined || acting.get(caseId) === mandateId) return;
    acting.set(caseId, mandateId);
    void queries.invalidateQueries({ queryKey: ["case", caseId] });
  }, [acting, queries, caseId, hasOwnPart, mandateId]);
  return isActing || !hasOwnPart ? mandate : undefined;
};
