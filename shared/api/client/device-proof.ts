// Said by their use: browsers and node name these types differently.
type SigningKey = Parameters<typeof crypto.subtle.sign>[1];

/** An elliptic key as JSON (RFC 7517); `d` is its private half. */
export interface Jwk {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly d?: string;
}

/** The key of a device, as WebCrypto holds it; the private half need not be readable. */
export interface DeviceKey {
  readonly privateKey: SigningKey;
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
}

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** A new key that never leaves its device. */
export const newDeviceKey = async (): Promise<DeviceKey> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ["sign"]);
  return { privateKey, publicKey: publicPart(await crypto.subtle.exportKey("jwk", publicKey)) };
};

/** A key that was written down, as the sandbox does for its kiosks. */
export const readDeviceKey = async (jwk: Jwk): Promise<DeviceKey> => ({
  privateKey: await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["sign"]),
  publicKey: publicPart(jwk),
});

const publicPart = ({ kty = "", crv = "", x = "", y = "" }: Jwk): DeviceKey["publicKey"] => ({ kty, crv, x, y });

export interface Proven {
  readonly method: string;
  readonly url: string;
  /** The access token that the request carries; none at the identity provider's token endpoint. */
  readonly token?: string;
  /** Seconds since 1970; now, unless a test says otherwise. */
  readonly at?: number;
}

/** The proof that one request comes from this device, for the header `DPoP` (RFC 9449, 4.2). */
export const proofOf = async (key: DeviceKey, { method, url, token, at }: Proven): Promise<string> => {
  const { origin, pathname } = new URL(url);
  const payload = {
    jti: crypto.randomUUID(),
    htm: method,
    htu: `${origin}${pathname}`,
    iat: at ?? Math.floor(Date.now() / 1000),
    ...(token !== undefined && { ath: base64Url(await crypto.subtle.digest("SHA-256", bytesOf(token))) }),
  };
  const signed = [{ typ: "dpop+jwt", alg: "ES256", jwk: key.publicKey }, payload]
    .map((part) => base64Url(bytesOf(JSON.stringify(part))))
    .join(".");
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key.privateKey, bytesOf(signed));
  return `${signed}.${base64Url(signature)}`;
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const base64Url = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
