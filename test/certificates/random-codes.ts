const alphabet = "34679ACDEFHJKMNPQRTUWXY";

/** Whoever guesses knows how codes are checked: each of these passes the check character. Seeded. */
export function* randomCodes(seed: number, count: number): Generator<string> {
  let state = seed >>> 0 || 1;
  const below = (limit: number): number => {
    // xorshift32
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
  for (let made = 0; made < count; made += 1) {
    const body = Array.from({ length: 15 }, () => alphabet[below(23)]).join("");
    yield `${body}${checkOf(body)}`;
  }
}

/** The rule that everybody can read: weights from 2, over 23. */
const checkOf = (body: string): string => {
  let total = 0;
  for (let at = 0; at < body.length; at += 1) total += (at + 2) * alphabet.indexOf(body[at] ?? "");
  return alphabet[total % 23] ?? "";
};
