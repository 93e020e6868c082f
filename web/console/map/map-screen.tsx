import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useNavigate, useParams } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Loading } from "../parts/loading.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { PackageMap } from "./package-map.tsx";
import { StepTable } from "./step-table.tsx";
import "../theme/clocks.css";
import "./map.css";

/** A package as it is: its steps and their order, and how many cases have passed each in the last thirty days. */
const MapScreen = () => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const goTo = useNavigate();
  const { packageId: wanted } = useParams();
  const packages = useQuery({ queryKey: ["packages"], queryFn: () => callApi("listPackages") });
  const packageId = wanted ?? packages.data?.packages[0]?.id;
  const drawn = useQuery({
    queryKey: ["package", packageId],
    queryFn: () => callApi("getPackage", { packageId: packageId ?? "" }),
    enabled: packageId !== undefined,
  });
  const speed = useQuery({ queryKey: ["speed", "usual"], queryFn: () => callApi("getSpeed", {}) });
  const traffic = speed.data?.packages.find((each) => each.packageId === packageId);
  return (
    <Screen
      title={{ zh: "套餐图", en: "Package map" }}
      intro={
        <Say
          zh="箭头越粗,近三十天经过的办件越多;点数为已办结的次数。"
          en="The thicker an arrow, the more cases went along it in the last thirty days; the number counts those settled."
        />
      }
      tools={
        <Select
          aria-label={say({ zh: "套餐", en: "Package" })}
          className="wide-select"
          value={packageId ?? null}
          onChange={(id) => void goTo(`/map/${id}`)}
          options={packages.data?.packages.map(({ id, name }) => ({ value: id, label: say(name) })) ?? []}
        />
      }
    >
      <ProblemNote error={packages.error ?? drawn.error ?? speed.error} />
      {drawn.data ? (
        <>
          <PackageMap drawn={drawn.data} traffic={traffic?.steps ?? []} />
          <StepTable drawn={drawn.data} traffic={traffic?.steps ?? []} />
        </>
      ) : (
        !drawn.error && <Loading />
      )}
    </Screen>
  );
};

export default MapScreen;
