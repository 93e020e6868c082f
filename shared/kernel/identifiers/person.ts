import { z } from "zod";
import type { IdentifierFault } from "./judged.ts";
import { judgeResidentId } from "./resident-id.ts";

const idTypes = ["resident-id", "passport", "other"] as const;

/** A person as an authority writes them. Its numbers are its own affair: they are compared, not corrected. */
export const PersonOnRecord = z.object({
  name: z.string().min(1).max(100),
  idType: z.enum(idTypes),
  idNumber: z.string().min(1).max(40),
  phone: z.string().min(1).max(30).exactOptional(),
});
export type PersonOnRecord = z.infer<typeof PersonOnRecord>;

/** A person as somebody types them: the number must fit its document. */
export const PersonTyped = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ title: "姓名", description: "Name" }),
    idType: z.enum(idTypes).meta({ title: "证件类型", description: "Kind of document" }),
    idNumber: z.string().max(40).meta({ title: "证件号码", description: "Number of the document" }),
    phone: z
      .string()
      .regex(/^\+?[0-9][0-9 -]{4,18}$/)
      .exactOptional()
      .meta({ title: "电话", description: "Telephone" }),
  })
  .superRefine(({ idType, idNumber }, context) => {
    const fault = idType === "resident-id" ? judgeResidentId(idNumber) : judgeForeignNumber(idNumber);
    if (fault) context.addIssue({ code: "custom", path: ["idNumber"], params: { ...fault } });
  });

const judgeForeignNumber = (number: string): IdentifierFault | undefined =>
  /^[0-9A-Z]{4,30}$/.test(number)
    ? undefined
    : {
        code: "wrong-format",
        zh: "证件号码为 4 至 30 位数字和大写字母。",
        en: "The number has 4 to 30 digits and capital letters.",
      };
