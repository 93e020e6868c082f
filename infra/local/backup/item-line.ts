import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Item = Record<string, AttributeValue>;

/** One item as a line of DynamoDB's own export to S3: `{"Item":{...}}`, bytes in base64. */
export const lineOf = (item: Item): string =>
  JSON.stringify({ Item: item }, function (name, value: unknown) {
    // JSON.stringify has asked a Buffer for its own JSON by then; the holder still has the bytes.
    const held = (this as Record<string, unknown>)[name];
    return held instanceof Uint8Array ? Buffer.from(held).toString("base64") : value;
  });

/** @throws SyntaxError, or Error when the line is no item */
export const itemOf = (line: string): Item => {
  const { Item: given } = JSON.parse(line) as { Item?: Record<string, unknown> };
  if (typeof given !== "object" || given === null) throw new Error("a line of the backup holds no item");
  return withBytes({ M: given }).M as Item;
};

const withBytes = (value: unknown): Record<string, unknown> => {
  const [[type, content] = ["", undefined]] = Object.entries(value as Record<string, unknown>);
  switch (type) {
    case "B":
      return { B: Buffer.from(String(content), "base64") };
    case "BS":
      return { BS: (content as string[]).map((each) => Buffer.from(each, "base64")) };
    case "L":
      return { L: (content as unknown[]).map(withBytes) };
    case "M":
      return {
        M: Object.fromEntries(Object.entries(content as object).map(([name, each]) => [name, withBytes(each)])),
      };
    default:
      return { [type]: content };
  }
};
