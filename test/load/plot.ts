import type { Step } from "./arrivals.ts";

const [width, height, margin] = [640, 320, 50];

/** Answers a second and their 95th percentile over the rate that was offered, as an SVG. */
export const plot = (steps: readonly Step[]): string => {
  const most = Math.max(1, ...steps.flatMap(({ offered, perSecond }) => [offered, perSecond]));
  const slowest = Math.max(1, ...steps.map(({ p95 }) => p95));
  const x = (offered: number) => margin + (offered / most) * (width - 2 * margin);
  const y = (share: number) => height - margin - share * (height - 2 * margin);
  const line = (colour: string, of: (step: Step) => number) =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${steps
      .map((step) => `${x(step.offered).toFixed(1)},${y(of(step)).toFixed(1)}`)
      .join(" ")}"/>`;
  const words = (left: number, top: number, colour: string, text: string) =>
    `<text x="${left}" y="${top}" fill="${colour}">${text}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#888"/>`,
    line("#1f6feb", ({ perSecond }) => perSecond / most),
    line("#2da44e", ({ shed, offered, answered }) => (offered * shed) / Math.max(1, shed + answered) / most),
    line("#cf222e", ({ p95 }) => p95 / slowest),
    words(margin, 20, "#1f6feb", `answered a second (top: ${most})`),
    words(margin + 190, 20, "#2da44e", `turned away a second (top: ${most})`),
    words(margin + 400, 20, "#cf222e", `p95 (top: ${slowest} ms)`),
    ...steps.map(({ offered }) => words(x(offered) - 8, height - margin + 18, "#444", String(offered))),
    words(width / 2 - 90, height - 10, "#444", "requests offered a second"),
    "</svg>",
  ].join("\n");
};
