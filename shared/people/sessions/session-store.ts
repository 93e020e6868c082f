import type { Channel } from "../../cases/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PersonKey } from "../person-key.ts";

/** A self-service terminal that the bureau has registered. */
export interface Kiosk {
  readonly id: string;
  readonly office: string;
  /** Of its key: JWK thumbprint (RFC 7638), SHA-256 in base64url. */
  readonly thumbprint: string;
  readonly since: Instant;
  /** The end of its lifetime; earlier when it has been stolen. */
  readonly until: Instant;
}

/** What a hand-over code stands for. The code itself is stored nowhere; `key` is its keyed hash. */
export interface Handover {
  readonly key: string;
  readonly person: PersonKey;
  readonly caseId: string;
  readonly from: Channel;
  readonly madeAt: Instant;
  readonly until: Instant;
  /** Its person had shown a fresh second factor. */
  readonly isStrong: boolean;
  /** Keyed hash of the request that took it. */
  readonly takenBy?: string;
}

/** Kiosks, ended sessions and hand-over codes: small items that outlive no more than they must. */
export interface SessionStore {
  readKiosk(thumbprint: string): Promise<Kiosk | undefined>;
  /** Registers a kiosk, or changes what is known of it. */
  registerKiosk(kiosk: Kiosk): Promise<void>;
  /** From now on the token of this key opens nothing. It is remembered until the token would have expired. */
  end(token: string, until: Instant): Promise<void>;
  hasEnded(token: string): Promise<boolean>;
  keepHandover(handover: Handover): Promise<void>;
  /** A code as it was kept, whoever asks; used or over, too. */
  readHandover(key: string): Promise<Handover | undefined>;
  /** Takes a code: whoever is first gets `taken`, everybody after them `gone`. */
  takeHandover(handover: Handover, takenBy: string): Promise<"taken" | "gone">;
}
