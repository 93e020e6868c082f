import { useSpeech } from "../texts/language.tsx";
import type { CaseView } from "./use-case.ts";

/** Of a case that was taken back: in which role somebody did so, and why if they said it. */
export const TakenBack = ({ withdrawn }: Pick<CaseView, "withdrawn">) => {
  const { say } = useSpeech();
  if (!withdrawn) return null;
  const { by, reason } = withdrawn;
  return (
    <p className="taken-back">
      {say({ zh: `由${by.name.zh}撤回。`, en: `Taken back by: ${by.name.en}.` })}
      {reason !== undefined && say({ zh: `理由：${reason}`, en: ` Why: ${reason}` })}
    </p>
  );
};
