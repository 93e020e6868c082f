import { useMutation } from "@tanstack/react-query";
import { Printer, PrinterCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { CaseDocument, OnFile } from "../shared/case/documents.tsx";
import { Say } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import type { KioskDevices, PrinterTrouble, PrintOutcome } from "./devices/devices.ts";
import { Modal } from "./modal.tsx";

/** A document on its way to paper. It lies in memory until it has been taken or given up. */
interface PrintJob {
  readonly file: Blob;
  readonly document: CaseDocument;
}

/** Prints for as long as it takes: `dialog` stays until the document lies in the tray, or its person gives it up. */
export const usePrinting = (devices: KioskDevices): { readonly print: OnFile; readonly dialog: ReactNode } => {
  const { mutate, reset, ...printing } = useMutation({
    mutationFn: ({ file, document }: PrintJob) => devices.print(file, document.title),
    // A printer that is asked twice prints twice: only the person asks again.
    retry: false,
  });
  const job = printing.variables;
  return {
    print: (file, document) => mutate({ file, document }),
    dialog: job && (
      <PrintDialog
        title={job.document.title}
        outcome={printing.isError ? "no-answer" : printing.data}
        onAgain={() => mutate(job)}
        onClose={reset}
      />
    ),
  };
};

interface Words {
  readonly zh: string;
  readonly en: string;
}

const troubles: Readonly<Record<PrinterTrouble, { readonly title: Words; readonly what: Words }>> = {
  "no-paper": {
    title: { zh: "打印机缺纸", en: "The printer is out of paper" },
    what: { zh: "请让工作人员添纸，再点「重新打印」。", en: "Ask the staff to fill it, then print again." },
  },
  "paper-jam": {
    title: { zh: "打印机卡纸", en: "Paper is stuck in the printer" },
    what: {
      zh: "请勿拉扯纸张。工作人员取出后，请点「重新打印」，整份重打。",
      en: "Please do not pull. When the staff have cleared it, print again: the whole document anew.",
    },
  },
  "no-answer": {
    title: { zh: "打印机没有应答", en: "The printer does not answer" },
    what: { zh: "请稍候再试，或请工作人员协助。", en: "Try again in a moment, or ask the staff." },
  },
};

interface PrintDialogProps {
  readonly title: string;
  /** Nothing while it prints. */
  readonly outcome: PrintOutcome | undefined;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

const PrintDialog = ({ title, outcome, onAgain, onClose }: PrintDialogProps) => {
  if (outcome === "printed") {
    return (
      <Modal key={outcome} title={<Say zh="已打印，请取走" en="Printed: please take it" />} onCancel={onClose}>
        <PrinterCheck aria-hidden className="picture good" />
        <p role="status">
          <b lang="zh-CN">{title}</b>
        </p>
        <p>
          <Say
            zh="请从下方出纸口取走全部纸张，不要留下。"
            en="Take every page from the tray below; leave none behind."
          />
        </p>
        <Button kind="primary" onClick={onClose}>
          <Say zh="我已取走" en="I have it" />
        </Button>
      </Modal>
    );
  }
  if (outcome !== undefined) {
    const trouble = troubles[outcome];
    return (
      <Modal key={outcome} isUrgent title={<Say {...trouble.title} />} onCancel={onClose}>
        <TriangleAlert aria-hidden className="picture wait" />
        <p>
          <Say {...trouble.what} />
        </p>
        <p className="hint">
          <Say
            zh="证明已经开具，不会丢失：也可以在手机上「我的办件」里下载，效力相同。"
            en="The certificate is issued and safe: it can also be fetched on your phone, and is worth the same."
          />
        </p>
        <Button kind="primary" onClick={onAgain}>
          <Say zh="重新打印" en="Print again" />
        </Button>
        <Button onClick={onClose}>
          <Say zh="先不打印" en="Not now" />
        </Button>
      </Modal>
    );
  }
  return (
    <Modal title={<Say zh="正在打印" en="Printing" />}>
      <Printer aria-hidden className="picture" />
      <p role="status">
        <Say zh="请稍候，不要离开。" en="One moment, please stay here." />
      </p>
    </Modal>
  );
};
