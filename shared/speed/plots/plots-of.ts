import type { Language } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import type { Figure } from "../figures.ts";
import { wholeCase } from "../line.ts";
import { merged } from "../report/report.ts";
import { yardsticks } from "../report/yardsticks.ts";
import { drawHistogram } from "./histogram.ts";
import { drawTrafficMap } from "./traffic-map.ts";
import { plotWords } from "./words.ts";

export interface Plot {
  readonly fileName: string;
  readonly svg: string;
}

/** The plots of a span's figures: for each package that had cases, how long they took and which way they went. */
export const plotsOf = (figures: readonly Figure[], packages: readonly Package[], language: Language): Plot[] =>
  packages.flatMap((definition) => {
    const own = figures.filter(({ of }) => of.package === definition.id);
    const cases = merged(own.filter(({ of }) => of.step === wholeCase));
    if (cases.settled === 0) return [];
    const marks = yardsticks.flatMap(({ packageId, figure, label }) =>
      packageId === definition.id && figure.kind === "duration" ? [{ label, milliseconds: figure.milliseconds }] : [],
    );
    const times = cases.on("handling");
    return [
      {
        fileName: `${definition.id}.times.${language}.svg`,
        svg: drawHistogram({ title: plotWords.handlingOf(definition.name), times, marks }, language),
      },
      {
        fileName: `${definition.id}.traffic.${language}.svg`,
        svg: drawTrafficMap({ title: plotWords.trafficOf(definition.name), definition, figures: own }, language),
      },
    ];
  });
