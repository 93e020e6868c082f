import { afterEach, expect, test, vi } from "vitest";
import { createCallApi } from "../../web/shared/api/call-api.ts";

afterEach(() => vi.unstubAllGlobals());

/** Asks while one token is the present one, and is refused when another is. */
const refusedAs = async (code: string, tokenWhenAnswered: string): Promise<number> => {
  let token = "former";
  const onLoggedOut = vi.fn();
  const problem = { type: "about:blank", title: "", detail: "", status: 401, code };
  const headers = { "content-type": "application/problem+json" };
  vi.stubGlobal("fetch", async () => {
    token = tokenWhenAnswered;
    return new Response(JSON.stringify(problem), { status: 401, headers });
  });
  const callApi = createCallApi({ language: () => "en", token: () => token, onLoggedOut });
  await expect(callApi("listCases")).rejects.toMatchObject({ code });
  return onLoggedOut.mock.calls.length;
};

test("whoever's present token is refused is logged out", async () => {
  expect(await refusedAs("session-ended", "former")).toBe(1);
});

test("an answer to a token that has been replaced meanwhile logs nobody out", async () => {
  expect(await refusedAs("session-ended", "its successor")).toBe(0);
});

test("who is asked for a second factor stays logged in", async () => {
  expect(await refusedAs("step-up-required", "former")).toBe(0);
});
