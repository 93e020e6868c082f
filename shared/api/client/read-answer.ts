import type { Language } from "../../kernel/text.ts";
import type { Contract } from "../contract.ts";
import { describeProblem, isProblemCode, type ProblemCode, problemOfGateway } from "../problems.ts";
import { Problem } from "../resources/problem.ts";
import { ApiProblem } from "./api-problem.ts";

/** The reply of a route, parsed. @throws ApiProblem for every problem, and for what is no answer of this API */
export const readAnswer = async (contract: Contract, answer: Response, language: Language): Promise<unknown> => {
  if (answer.ok && contract.replyIs === "bytes") return new Uint8Array(await answer.arrayBuffer());
  const body = parseJson(await answer.text());
  if (!answer.ok) throw problemOf(answer, body, language);
  const reply = contract.reply().safeParse(body);
  if (!reply.success) throw ownProblem("reply-unreadable", language);
  return reply.data;
};

const problemOf = ({ status, headers }: Response, body: unknown, language: Language): ApiProblem => {
  if (headers.get("content-type")?.startsWith("application/problem+json")) {
    const problem = Problem().safeParse(body);
    if (problem.success && isProblemCode(problem.data.code)) return new ApiProblem(problem.data.code, problem.data);
  }
  return ownProblem(problemOfGateway(status), language);
};

/** A problem that no body of ours came with: the gateway's own answer, or no readable one. */
const ownProblem = (code: ProblemCode, language: Language): ApiProblem =>
  new ApiProblem(code, describeProblem(code, language));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
