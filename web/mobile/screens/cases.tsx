import { useInfiniteQuery } from "@tanstack/react-query";
import { useClient } from "../../shared/client.tsx";
import { Say } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { CaseLink } from "../case-link.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const CasesScreen = () => (
  <LoginFirst>
    <Cases />
  </LoginFirst>
);
export default CasesScreen;

const Cases = () => {
  const { callApi } = useClient();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["cases", "pages"],
    queryFn: ({ pageParam }) => callApi("listCases", pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const cases = data?.pages.flatMap((page) => page.cases);
  return (
    <>
      <h1>
        <Say zh="我的办件" en="My cases" />
      </h1>
      <Waiting data={data} error={error} />
      {cases?.length === 0 && (
        <p className="card">
          <Say
            zh="还没有办件。他人以您为买方或卖方申请的,也会出现在这里。"
            en="Nothing yet. A sale that somebody else opened with you as a party appears here, too."
          />
        </p>
      )}
      <ul className="doors">
        {cases?.map((summary) => (
          <li key={summary.id}>
            <CaseLink summary={summary} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} isBusy={isFetching}>
          <Say zh="更早的办件" en="Earlier ones" />
        </Button>
      )}
    </>
  );
};
