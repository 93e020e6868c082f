import { receiveCallback } from "../../../shared/actions/receive-callback.ts";
import { receiveNotice } from "../../../shared/payments/receive-notice.ts";
import type { VirtualAuthorities } from "./authorities.ts";
import type { ClientParts } from "./clients.ts";
import { ignorePassing, patiently } from "./hosts.ts";
import { laboratoryWays } from "./money.ts";

/** The wallets' couriers: each notice is brought twice at once, until it is taken. */
export const tellForever = async (parts: ClientParts): Promise<never> => {
  const taken = new Set<string>();
  for (;;) {
    await parts.time.sleep(2_000);
    for (const way of laboratoryWays) {
      for (const { key, letter } of parts.money.letters(way)) {
        if (taken.has(`${way} ${key}`)) continue;
        const bring = async () => {
          const { headers, body } = letter();
          const answer = await parts
            .hostOf()
            .act(({ payments }) => receiveNotice(payments, way, { headers, body }))
            .catch(ignorePassing);
          if (answer && parts.money.isTaken(way, answer.status, answer.body)) taken.add(`${way} ${key}`);
        };
        await Promise.all([bring(), bring()]);
      }
    }
  }
};

/** The authorities' couriers: each late answer is brought twice, until it is taken. */
export const deliverForever = async (parts: ClientParts, { late }: VirtualAuthorities): Promise<never> => {
  const delivered = new Set<string>();
  for (;;) {
    await parts.time.sleep(1_000);
    for (const { url, token, body, at } of late.values()) {
      if (at > parts.time.now || delivered.has(url)) continue;
      const [caseId = "", stepId = ""] = url.split("/").slice(-2);
      const bring = () =>
        patiently(parts, parts.hostOf, (world) => receiveCallback(world, { caseId, stepId, token, answer: body }));
      await Promise.all([bring(), bring()]);
      delivered.add(url);
    }
  }
};
