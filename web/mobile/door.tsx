import { ChevronRight, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Text } from "../../shared/kernel/text.ts";
import { useSpeech } from "../shared/texts/language.tsx";

interface DoorProps {
  readonly to: string;
  readonly name: Text;
  readonly icon?: LucideIcon;
  /** What lies behind it, in a line or two. */
  readonly hints?: readonly Text[];
  /** What stands out beside the name. */
  readonly badge?: ReactNode;
}

/** A way on: a row of its own, wide enough for a thumb. */
export const Door = ({ to, name, icon: Icon, hints = [], badge }: DoorProps) => {
  const { say } = useSpeech();
  return (
    <Link to={to} className="door">
      {Icon && <Icon aria-hidden />}
      <span>
        <strong>{say(name)}</strong>
        {hints.map((hint) => (
          <small key={hint.zh}>{say(hint)}</small>
        ))}
      </span>
      {badge && <span className="badge">{badge}</span>}
      <ChevronRight aria-hidden className="end" />
    </Link>
  );
};
