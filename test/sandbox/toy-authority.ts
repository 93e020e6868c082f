import { z } from "zod";
import type { SandboxAuthority } from "../../infra/local/sandbox/authority.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { defineOperation } from "../../shared/connectors/operation.ts";

export const secret = "a secret for tests, long enough to be one";

/** An authority that keeps one number per account, small enough to see what the framework does. */
export const toyAuthority: SandboxAuthority = {
  id: "bank",
  seed: () => [{ kind: "balance", key: "rainy-day", record: 100 }],
  desks: {
    balance: {
      kind: "query",
      answer: ({ account }, office) => {
        const balance = office.read<number>("balance", String(account));
        return balance === undefined ? { kind: "not-found" } : { kind: "answer", body: { balance } };
      },
      contradicting: () => ({ balance: -1 }),
    },
    deposit: {
      kind: "act",
      answer: ({ account, amount }, office) => {
        const before = office.read<number>("balance", String(account));
        if (before === undefined) return { kind: "refusal", code: "no-account", zh: "无此账户", en: "No such account" };
        office.write("balance", String(account), before + Number(amount));
        return { kind: "answer", body: { receipt: office.number("收") } };
      },
    },
    "open-account": {
      kind: "act",
      answer: ({ account }, office) => {
        office.write("balance", String(account), 0);
        return { kind: "pending", later: { number: office.number("户") }, afterMilliseconds: 0 };
      },
    },
  },
};

const label = { zh: "试", en: "toy" };

export const balance = defineOperation({
  authority: "bank",
  name: "balance",
  kind: "query",
  label,
  request: z.object({ account: z.string() }),
  answer: z.object({ balance: z.number() }),
});

export const deposit = defineOperation({
  authority: "bank",
  name: "deposit",
  kind: "act",
  label,
  request: z.object({ account: z.string(), amount: z.number() }),
  answer: z.object({ receipt: z.string() }),
});

export const openAccount = defineOperation({
  authority: "bank",
  name: "open-account",
  kind: "act",
  label,
  request: z.object({ account: z.string() }),
  answer: z.object({ number: z.string() }),
});

/** The product's own connector, as patient as the slowest machine needs; what is silent on purpose is given a shorter time. */
export const callerOf = (
  urls: Parameters<typeof httpAuthorities>[0]["urls"],
  options: Partial<Parameters<typeof httpAuthorities>[0]> = {},
) => httpAuthorities({ urls, secret, timeBoxMilliseconds: 60_000, retryPauseMilliseconds: 1, ...options });
