import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { documentClient, unused } from "../../shared/cases/document-client.ts";

const around = (client: DynamoDBClient) => client.middlewareStack.identify().map((each) => each.split(" ")[0]);

describe("the client of the table", () => {
  test("leaves out what nobody here uses, all of which the SDK still has by these names", () => {
    const client = new DynamoDBClient({ region: "nowhere" });
    const whole = around(client);
    expect(whole).toEqual(expect.arrayContaining([...unused]));

    documentClient(client);
    expect(around(client)).toEqual(whole.filter((name) => !unused.some((each) => each === name)));
  });

  test("still signs, and still tries again", () => {
    const client = new DynamoDBClient({ region: "nowhere" });
    documentClient(client);
    expect(around(client)).toEqual(expect.arrayContaining(["httpSigningMiddleware", "retryMiddleware"]));
  });
});
