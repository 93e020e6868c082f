import type { ClientMetadata } from "oidc-provider";
import { type Channel, channels } from "../../../shared/cases/case.ts";

/** One public client per door through which people come; which door it was stands in the token. */
export const clientId = (channel: Channel): string => `one-window-${channel}`;

export const channelOf = (client: string | undefined): Channel | undefined =>
  channels.find((channel) => clientId(channel) === client);

/** How long tokens and logins of a door last, in seconds. */
export interface Lifetimes {
  readonly accessToken: number;
  readonly session: number;
}

const minute = 60;
const hour = 60 * minute;

export const lifetimes: Readonly<Record<Channel, Lifetimes>> = {
  mobile: { accessToken: hour, session: 24 * hour },
  etax: { accessToken: hour, session: 8 * hour },
  // Staff log in once a working day; what they hold is renewed in silence and soon worth nothing.
  console: { accessToken: 15 * minute, session: 9 * hour },
  // The next person is already standing behind this one.
  kiosk: { accessToken: 5 * minute, session: 10 * minute },
};

/** Where a client may come back to; native ones may do so on any port of the loopback address. */
const addressesOf = (channel: Channel): string[] =>
  ["/callback", `/${channel}`, `/${channel}/`, `/${channel}/callback`, `/${channel}/silent`].map(
    (path) => `http://127.0.0.1${path}`,
  );

export const clients: ClientMetadata[] = channels.map((channel) => ({
  client_id: clientId(channel),
  client_name: { mobile: "手机 Mobile", kiosk: "自助终端 Kiosk", etax: "电子税务局 e-Tax", console: "工作台 Console" }[
    channel
  ],
  application_type: "native",
  redirect_uris: addressesOf(channel),
  post_logout_redirect_uris: addressesOf(channel),
  token_endpoint_auth_method: "none",
  response_types: ["code"],
  grant_types: ["authorization_code", ...(channel === "kiosk" ? ["urn:ietf:params:oauth:grant-type:device_code"] : [])],
  // A kiosk's tokens are bound to its key: copied from it, they open nothing (RFC 9449).
  dpop_bound_access_tokens: channel === "kiosk",
}));
