import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSpeech } from "../../shared/texts/language.tsx";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: Text;
  readonly count?: number;
  readonly content: ReactNode;
}

/** Tabs as the ARIA patterns have them: the arrows choose, one tab is in the order of focus. */
export const Tabs = <Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: Text;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) => {
  const { say } = useSpeech();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${next.id}`)}`)?.focus();
  };
  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={say(label)} onKeyDown={move}>
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            id={`${base}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {say(name)}
            {count !== undefined && <span className="count">{count}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${base}-panel`}
        role="tabpanel"
        aria-labelledby={`${base}-${chosen}`}
        tabIndex={-1}
        className="tab-panel"
      >
        {tabs.find(({ id }) => id === chosen)?.content}
      </div>
    </>
  );
};
