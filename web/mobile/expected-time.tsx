import { useQuery } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { useClient } from "../shared/client.tsx";
import { useSpeech } from "../shared/texts/language.tsx";
import { duration } from "../shared/ui/format.ts";

/** How long it has taken others of late. Says nothing while too few have been through it to know. */
export const ExpectedTime = ({ packageId }: { readonly packageId: string }) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data } = useQuery({
    queryKey: ["expected-time", packageId],
    queryFn: () => callApi("getExpectedTime", { packageId }),
  });
  const expected = data?.expected;
  if (!expected) return null;
  const [usual, longest, own] = [
    expected.usuallyMilliseconds,
    expected.almostAlwaysMilliseconds,
    expected.ownMilliseconds,
  ].map((each) => duration(each, language));
  return (
    <p className="expected-time">
      <Clock aria-hidden />
      <span>
        {say({
          zh: `近三十天,半数办件在${usual}内办结,二十件中有十九件不超过${longest};本人操作约${own}。`,
          en: `Of late, half of all cases were done within ${usual}, nineteen of twenty within ${longest}; people themselves spent ${own}.`,
        })}
      </span>
    </p>
  );
};
