import * as z from "zod";
import type { IdentifierFault } from "./judged.ts";
import { judgeResidentId } from "./resident-id.ts";

const idTypes = ["resident-id", "passport", "other"] as const;

/** A person as somebody types them: the number must fit its document. */
export const PersonTyped = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ title: "姓名", description: "Name" }),
    idType: z.enum(idTypes).meta({ title: "证件类型", description: "Kind of document" }),
    idNumber: z.string().max(40).meta({ title: "证件号码", description: "Number of the document" }),
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
