import type { ReactNode } from "react";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSpeech } from "../../shared/texts/language.tsx";
import { Scrolls } from "./scrolls.tsx";

/** One column: the first of a table names its rows. */
export interface Column<Row> {
  /** As a term such as `p95` in both languages alike, or as a text. */
  readonly name: string | Text;
  /** Set to the right, and never broken. */
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly className?: string;
}

/** Rows of figures and words. Where it is wider than its place it scrolls within itself. */
export const DataTable = <Row,>({ columns, rows, keyOf, className = "" }: DataTableProps<Row>) => {
  const { say } = useSpeech();
  const headOf = ({ name }: Column<Row>): string => (typeof name === "string" ? name : say(name));
  const [first, ...others] = columns;
  const setAs = ({ isNumber }: Column<Row>) => (isNumber ? { className: "number" } : {});
  return (
    <Scrolls>
      <table className={`data-table ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={headOf(column)} scope="col" {...setAs(column)}>
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {others.map((column) => (
                <td key={headOf(column)} {...setAs(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};
