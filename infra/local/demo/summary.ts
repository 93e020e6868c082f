import type { FormView, PackageView } from "../../../shared/api/resources/package.ts";
import type { FetchedCertificate } from "./certificates.ts";
import type { Played } from "./play.ts";

/** What a run comes to; `--json` prints it. */
export interface Summary {
  readonly newTaxpayer: {
    /** Of the package, and how many different ones were done over the run, each with its answer and its document. */
    readonly tasks: number;
    readonly completed: number;
    readonly machineMs: number;
    readonly elapsedMs: number;
    readonly papersBefore: number;
    readonly papersNow: number;
    readonly byCase: readonly CaseSummary[];
  };
  readonly housing: {
    readonly status: string;
    readonly papersBefore: number;
    readonly documentsAsked: number;
    /** Facts that somebody typed although an authority holds them. */
    readonly typedFacts: number;
    readonly machineMs: number;
    readonly elapsedMs: number;
    readonly lines: readonly TaxLineSummary[];
  };
  readonly certificates: CertificateSummary;
}

interface CertificateSummary {
  readonly made: number;
  /** Fetched by its holder and by its code alone: the same bytes, and the published key says whose they are. */
  readonly sameAndGenuine: number;
  readonly titles: readonly string[];
}

interface CaseSummary {
  readonly title: string;
  readonly status: string;
  readonly tasks: readonly string[];
  readonly machineMs: number;
  readonly authorityMs: number;
  readonly elapsedMs: number;
  readonly papersBefore: number;
  readonly papersNow: number;
  readonly typed: readonly string[];
}

interface TaxLineSummary {
  readonly tax: string;
  readonly side: string;
  readonly status: string;
  readonly rate: string | null;
  readonly amount: string;
}

export const summarize = (
  { tasks }: Pick<PackageView, "tasks">,
  newcomers: readonly Played[],
  housingForm: Pick<FormView, "prefilled">,
  sale: Played,
  certificates: readonly FetchedCertificate[],
): Summary => {
  const byCase = newcomers.map(summarizeCase);
  const sum = (of: (each: CaseSummary) => number) => round(byCase.reduce((total, each) => total + of(each), 0));
  const held = new Set(housingForm.prefilled.map(({ fact }) => fact));
  return {
    newTaxpayer: {
      tasks,
      completed: new Set(byCase.flatMap((each) => each.tasks)).size,
      machineMs: sum(({ machineMs }) => machineMs),
      elapsedMs: sum(({ elapsedMs }) => elapsedMs),
      papersBefore: sum(({ papersBefore }) => papersBefore),
      papersNow: sum(({ papersNow }) => papersNow),
      byCase,
    },
    housing: {
      status: sale.view.status,
      papersBefore: sale.timeline.papers.papersBefore,
      documentsAsked: sale.timeline.papers.papersNow,
      typedFacts: sale.typed.filter((fact) => held.has(fact)).length,
      machineMs: round(sale.timeline.clocks.machine),
      elapsedMs: sale.timeline.elapsedMilliseconds ?? 0,
      lines: taxLinesOf(sale),
    },
    certificates: {
      made: certificates.length,
      sameAndGenuine: certificates.filter(({ isSame, isGenuine }) => isSame && isGenuine).length,
      titles: certificates.map(({ title }) => title),
    },
  };
};

/** Whether everything that was to be shown has come about. */
export const isComplete = ({ newTaxpayer, housing, certificates }: Summary): boolean =>
  newTaxpayer.completed === newTaxpayer.tasks &&
  newTaxpayer.byCase.every(({ status }) => status === "completed") &&
  housing.status === "completed" &&
  housing.documentsAsked === 0 &&
  housing.typedFacts === 0 &&
  housing.lines.length > 0 &&
  certificates.made > 0 &&
  certificates.sameAndGenuine === certificates.made;

const summarizeCase = ({ story, view, timeline, typed }: Played): CaseSummary => ({
  title: story.title,
  status: view.status,
  tasks: tasksDone(timeline.steps),
  machineMs: round(timeline.clocks.machine),
  authorityMs: round(timeline.clocks.authority),
  elapsedMs: timeline.elapsedMilliseconds ?? 0,
  papersBefore: timeline.papers.papersBefore,
  papersNow: timeline.papers.papersNow,
  typed,
});

/** A task is done when its authority has answered and issued its result document. */
const tasksDone = (steps: Played["timeline"]["steps"]): readonly string[] =>
  steps
    .filter(({ kind, status, authority, document }) => kind === "task" && status === "done" && authority && document)
    .map(({ id }) => id);

const taxLinesOf = ({ view }: Played): readonly TaxLineSummary[] => {
  const assessment = view.facts.find(({ id }) => id === "assessment")?.value as
    | { readonly lines: readonly TaxLineSummary[] }
    | undefined;
  return (assessment?.lines ?? []).map(({ tax, side, status, rate, amount }) => ({ tax, side, status, rate, amount }));
};

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
