/**
 * The bureau's secret as it is kept: a plain text, or JSON once it has been rotated. What is sealed can be sealed anew, so
 * its keys rotate; keyed hashes stand in keys and links and cannot, so theirs lasts.
 */
export interface BureauSecret {
  /** Of keyed hashes, of the authorities' signing keys. */
  readonly lasting: string;
  /** Of what is stored: the first seals, every one of them opens. */
  readonly sealing: readonly [string, ...string[]];
}

/** @throws Error for JSON that is no such secret; it quotes nothing of it */
export const readBureauSecret = (text: string): BureauSecret => {
  if (!text.startsWith("{")) return { lasting: text, sealing: [text] };
  const { lasting, sealing } = parse(text);
  const isSound = isKey(lasting) && Array.isArray(sealing) && sealing.length > 0 && sealing.every(isKey);
  if (!isSound) throw new Error("the bureau's secret is not {lasting, sealing: [current, former, ...]}");
  return { lasting, sealing: sealing as unknown as BureauSecret["sealing"] };
};

const isKey = (value: unknown): value is string => typeof value === "string" && value.length >= 32;

const parse = (text: string): Partial<Record<keyof BureauSecret, unknown>> => {
  try {
    return JSON.parse(text) as Partial<Record<keyof BureauSecret, unknown>>;
  } catch {
    return {};
  }
};
