import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { useClient } from "../../shared/client.tsx";

export type QueueName = "officer" | "overdue";
export type Queued = ReplyOf<"listQueue">["cases"][number];

/** Colleagues take cases all the time, and new ones come: the list is read again while it is looked at. */
const everyMilliseconds = 10_000;

export const useQueue = (list: QueueName) => {
  const { callApi } = useClient();
  return useInfiniteQuery({
    queryKey: ["queue", list],
    queryFn: ({ pageParam }) => callApi("listQueue", { list, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    refetchInterval: everyMilliseconds,
  });
};
