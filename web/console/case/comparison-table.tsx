import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { fieldName } from "../parts/field-names.ts";
import { Scrolls } from "../parts/scrolls.tsx";
import { StateTag } from "../parts/tag.tsx";
import { Value } from "../parts/value.tsx";
import type { ForOfficer } from "./use-case.ts";

type Comparison = ForOfficer["compared"][number];

/** What several sources say of one thing, beside each other; where they differ, the row says so. */
export const ComparisonTable = ({ comparison }: { readonly comparison: Comparison }) => {
  const { say } = useSpeech();
  const { label, columns, rows } = comparison;
  const differing = rows.filter(({ isSame }) => !isSame).length;
  const nameOf = (path: readonly string[]): string =>
    path
      .map((part) =>
        part.startsWith("#")
          ? say({ zh: `第${part.slice(1)}人`, en: `person ${part.slice(1)}` })
          : say(fieldName(part)),
      )
      .join(" · ");
  return (
    <Scrolls>
      <table className="comparison">
        <caption>
          {say(label)}{" "}
          {columns.length > 1 && (
            <StateTag tone={differing > 0 ? "bad" : "good"}>
              {differing > 0 ? (
                <Say zh={`${differing} 处不一致`} en={`${differing} differ`} />
              ) : (
                <Say zh="共同项一致" en="shared parts agree" />
              )}
            </StateTag>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Say zh="项目" en="Item" />
            </th>
            {columns.map(({ fact, label: column, source }) => (
              <th key={fact} scope="col">
                {say(source)}
                <small>{say(column)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, values, isSame }) => (
            <tr key={path.join("/")} className={isSame ? undefined : "differs"}>
              <th scope="row">
                {nameOf(path)}
                {!isSame && (
                  <span className="differs-word">
                    <Say zh="不一致" en="differs" />
                  </span>
                )}
              </th>
              {columns.map(({ fact }, index) => (
                <td key={fact}>
                  <Value value={values[index]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};
