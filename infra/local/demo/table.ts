/** A table of plain text. Chinese characters are two columns wide on a terminal. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const cells = [head, ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? number(cell) : cell)))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ""))));
  const isNumeric = head.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, isNumeric[column] ?? false))
      .join("  ")
      .trimEnd();
  const [titles = [], ...body] = cells;
  return [line(titles), widths.map((each) => "-".repeat(each)).join("  "), ...body.map(line)]
    .map((each) => `  ${each}`)
    .join("\n");
};

const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const width = (text: string): number => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

const pad = (text: string, columns: number, isRight: boolean): string => {
  const filling = " ".repeat(Math.max(0, columns - width(text)));
  return isRight ? filling + text : text + filling;
};
