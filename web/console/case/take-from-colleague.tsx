import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { Say } from "../../shared/texts/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { ReasonField } from "../parts/reason-field.tsx";
import { type CaseShown, useChange } from "./use-case.ts";

/** Out of a colleague's hands, with a reason that stays with the step. */
export const TakeFromColleague = ({
  shown,
  stepId,
  onClose,
}: {
  readonly shown: CaseShown;
  readonly stepId: string;
  readonly onClose: () => void;
}) => {
  const [reason, setReason] = useState("");
  const claim = useChange("claimStep", shown);
  const take = (event: FormEvent): void => {
    event.preventDefault();
    claim.mutate({ stepId, body: { takeOver: { reason } } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={<Say zh="从同事处接手" en="Take over from a colleague" />} onClose={onClose}>
      <form onSubmit={take} className="form">
        <ReasonField value={reason} onChange={setReason} />
        <ProblemNote error={claim.error} />
        <Button type="primary" htmlType="submit" loading={claim.isPending} disabled={reason.trim() === ""}>
          <Say zh="接手" en="Take over" />
        </Button>
      </form>
    </Dialog>
  );
};
