import * as contracts from "../../../shared/api/contracts/money.ts";
import { receiveNotice } from "../../../shared/payments/receive-notice.ts";
import { asItStands, describeEndpoint } from "../../wiring/endpoint.ts";
import type { NoticeWorld } from "../../wiring/worlds.ts";

export const receiveWalletNotice = describeEndpoint(
  contracts.receiveWalletNotice,
  async ({ wallet, sent }, { payments }: NoticeWorld) => {
    const { status, contentType, body } = await receiveNotice(payments, wallet, sent);
    return asItStands({ status, contentType, content: body });
  },
);
