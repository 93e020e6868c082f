import { composeMoney } from "../../wiring/compose-money.ts";
import { serve } from "../../wiring/serve.ts";
import { receiveWalletNotice } from "./receive-wallet-notice.ts";

export const endpoints = [receiveWalletNotice] as const;

export const handler = serve(endpoints, composeMoney);
