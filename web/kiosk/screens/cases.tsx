import { useMutation, useQuery } from "@tanstack/react-query";
import { ScanQrCode } from "lucide-react";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import type { KioskDevices } from "../devices/devices.ts";
import { useReadings } from "../devices/use-readings.ts";
import { Journey } from "../journey.tsx";

interface CasesScreenProps {
  readonly devices: KioskDevices;
  readonly onCase: (caseId: string) => void;
}

/** Their cases, wherever they were begun; the code that a phone shows leads to one at once. */
export const CasesScreen = ({ devices, onCase }: CasesScreenProps) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const { data, error } = useQuery({ queryKey: ["cases"], queryFn: () => callApi("listCases", {}) });
  const taking = useMutation({
    // The code is its own key: to take it twice is to take it once.
    mutationFn: (code: string) => callApi("redeemHandover", { idempotencyKey: `take-${code}`, body: { code } }),
    onSuccess: ({ caseId }) => onCase(caseId),
  });
  const { mutate } = taking;
  useReadings(devices.readCode, (seen) => mutate(codeIn(seen)));
  return (
    <section className="card step">
      <Journey at="case" />
      <h1>
        <Say zh="您的办件" en="Your cases" />
      </h1>
      <p className="scan-hint">
        <ScanQrCode aria-hidden />
        <Say
          zh="手机上有接续二维码的，放到扫码窗口即可直接打开。"
          en="A code from your phone opens its case at once: hold it before the scanner."
        />
      </p>
      <ProblemNotice error={taking.error ?? error} />
      {data?.cases.length === 0 && (
        <p>
          <Say zh="还没有办件。" en="There is none yet." />
        </p>
      )}
      <div className="wishes">
        {data?.cases.map(({ id, package: { name }, words, asksReader }) => (
          <button key={id} type="button" onClick={() => onCase(id)}>
            <strong>{say(name)}</strong>
            <span>{say(words)}</span>
            {asksReader && <span className="badge">{say({ zh: "待您办理", en: "Your turn" })}</span>}
          </button>
        ))}
      </div>
    </section>
  );
};

/** A phone shows an address that ends with the code; what was typed is the code alone. */
const codeIn = (seen: string): string => seen.slice(seen.lastIndexOf("/") + 1).trim();
