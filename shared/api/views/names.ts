import { authorities } from "../../connectors/authorities.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";

const outsideRoles: Readonly<Record<string, Text>> = {
  officer: { zh: "税务人员", en: "a tax officer" },
  opener: { zh: "申请人", en: "the applicant" },
};

/** What a role or an authority is called; both are waited for in the same way. */
export const nameOf = ({ roles }: Pick<Package, "roles">, id: string): Text => {
  const role = roles[id]?.name ?? outsideRoles[id];
  if (role) return role;
  if (Object.hasOwn(authorities, id)) return authorities[id as keyof typeof authorities].name;
  return { zh: id, en: id };
};

export const named = (definition: Pick<Package, "roles">, id: string) => ({ id, name: nameOf(definition, id) });
