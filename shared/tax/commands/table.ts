/** Prints rows as a table that is also Markdown; wide characters count as two columns. */
export const printTable = (rows: readonly Readonly<Record<string, string>>[]): void => {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(width(column), ...rows.map((row) => width(row[column] ?? ""))));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - width(cell))).join(" | ")} |\n`;
  process.stdout.write(line(columns));
  process.stdout.write(line(widths.map((size) => "-".repeat(size))));
  for (const row of rows) process.stdout.write(line(columns.map((column) => row[column] ?? "")));
};

const width = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(character) ? 2 : 1;
  return columns;
};
