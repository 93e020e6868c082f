import {
  fill,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  scale,
  setFillingColor,
  translate,
} from "pdf-lib";
import { encode } from "uqr";

/**
 * A QR code from its lower left corner: one shape, made of a rectangle for each run of dark modules in a row. Drawn one by one,
 * its hundreds of modules are most of what stands on the page.
 */
export const drawCode = (
  page: PDFPage,
  text: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void => {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const runs = data.flatMap((row, down) =>
    runsOf(row).map(([from, end]) => rectangle(from, size - down - 1, end - from, 1)),
  );
  page.pushOperators(
    pushGraphicsState(),
    setFillingColor(rgb(0.1, 0.1, 0.12)),
    ...[translate(x, y), scale(side / size, side / size)],
    ...runs,
    fill(),
    popGraphicsState(),
  );
};

/** Where dark modules stand side by side: the first one's place, and that behind the last. */
const runsOf = (row: readonly boolean[]): readonly (readonly [number, number])[] => {
  const runs: (readonly [number, number])[] = [];
  let from = row.indexOf(true);
  while (from >= 0) {
    const light = row.indexOf(false, from);
    const end = light < 0 ? row.length : light;
    runs.push([from, end]);
    from = row.indexOf(true, end);
  }
  return runs;
};
