import { authorities } from "../../connectors/authorities.ts";
import type { Language, Text } from "../../kernel/text.ts";
import { clockNames, speedClocks } from "../clocks.ts";
import type { Comparison } from "./comparisons.ts";
import { durationText, shareText } from "./durations.ts";
import type { PackageReport, SpeedReport, Times } from "./report.ts";
import { channelWords, words } from "./words.ts";
import { writeTable } from "./write-table.ts";

/** The report as text for a terminal or a mail, in one language. */
export const writeReport = (report: SpeedReport, language: Language): string => {
  const { from, to, offices } = report.span;
  const say = sayIn(language);
  const seen = report.packages.filter(({ cases, clocks }) => cases.opened > 0 || clocks !== undefined);
  return [
    `${say(words.title)} · ${offices.join(", ")} · ${from} – ${to}`,
    say(words.precision(shareText(report.relativeError))),
    ...(seen.length === 0 ? ["", say(words.nothingMeasured)] : []),
    ...seen.flatMap((each) => ["", ...packageLines(each, language)]),
    "",
  ].join("\n");
};

const sayIn =
  (language: Language) =>
  (text: Text): string =>
    text[language];

const packageLines = (report: PackageReport, language: Language): string[] => {
  const say = sayIn(language);
  const { cases, clocks } = report;
  const head = [`== ${say(report.name)} ==`, say(words.cases(cases))];
  if (!clocks) return [...head, say(words.nothingMeasured)];
  return [
    ...head,
    "",
    say(words.besideOthers),
    writeTable(comparisonRows(report.comparisons, language)),
    "",
    say(words.wholeCase),
    writeTable([
      timesHeader(say(words.clock), language),
      ...clockNames.map((clock) => timesRow(say(speedClocks[clock]), clocks[clock], language)),
    ]),
    "",
    ...highlights(report, language),
    "",
    say(words.steps),
    writeTable([
      [...timesHeader(say(words.step), language), say(words.refused)],
      ...report.steps.map(({ name, clocks: of, refused }) => [
        ...timesRow(say(name), of.handling, language),
        String(refused),
      ]),
    ]),
  ];
};

const timesHeader = (first: string, language: Language): string[] => [
  first,
  words.count[language],
  words.mean[language],
  "p50",
  "p95",
  "p99",
];

const timesRow = (first: string, { count, mean, p50, p95, p99 }: Times, language: Language): string[] => [
  first,
  String(count),
  ...[mean, p50, p95, p99].map((time) => durationText(time, language)),
];

const comparisonRows = (comparisons: readonly Comparison[], language: Language): string[][] => [
  [
    words.published[language],
    words.theirs[language],
    words.ours[language],
    words.within[language],
    words.source[language],
  ],
  ...comparisons.map(({ label, figure, ours, shareWithin, source, isBetter }) => {
    const show = (value: number) => (figure.kind === "duration" ? durationText(value, language) : shareText(value));
    const mark = isBetter === undefined ? "" : isBetter ? " ✓" : " ✗";
    return [
      label[language],
      show(figure.kind === "duration" ? figure.milliseconds : figure.share),
      ours === undefined ? "–" : `${show(ours)}${mark}`,
      shareWithin === undefined ? "" : shareText(shareWithin),
      source[language],
    ];
  }),
];

const highlights = (report: PackageReport, language: Language): string[] => {
  const say = sayIn(language);
  const { slowestAuthority, leaving, brokenPromises, satisfaction } = report;
  const lines = [say(words.byItself(shareText(report.withoutOfficer), shareText(report.withoutVisit)))];
  if (slowestAuthority) {
    const known = authorities[slowestAuthority.authority as keyof typeof authorities]?.name;
    const name = known ? say(known) : slowestAuthority.authority;
    const { p50, p95 } = slowestAuthority.times;
    lines.push(say(words.slowest(name, durationText(p50, language), durationText(p95, language))));
  }
  for (const { name, asked, left, unanswered } of leaving.slice(0, 3)) {
    lines.push(say(words.leaving(say(name), asked, left, unanswered)));
  }
  lines.push(
    say(
      words.broken(brokenPromises.count, brokenPromises.cases, durationText(brokenPromises.lateMilliseconds, language)),
    ),
  );
  for (const { name, settledLate, lateMilliseconds } of brokenPromises.steps.slice(0, 3)) {
    const each = settledLate === 0 ? 0 : lateMilliseconds / settledLate;
    lines.push(say(words.brokenStep(say(name), settledLate, durationText(each, language))));
  }
  if (satisfaction) {
    const { rated, satisfied, verySatisfied } = satisfaction;
    lines.push(say(words.satisfaction(rated, shareText(satisfied), shareText(verySatisfied))));
    const byChannel = Object.entries(report.satisfactionByChannel).map(
      ([channel, of]) => `${channelWords[channel]?.[language] ?? channel} ${shareText(of.satisfied)}`,
    );
    lines.push(`  ${byChannel.join(language === "zh" ? "," : ", ")}`);
  }
  return lines;
};
