/** Everything of certificates lies under this prefix in the one table; rights of functions are limited to it. */
export const certificatePrefix = "CERTIFICATE#";
/** Who has asked for codes that do not exist, and how often; a prefix of its own, for it is written by whoever asks. */
export const guessPrefix = "GUESS#";

/** `code` stands here as a keyed hash: whoever sees the table cannot ask for a single certificate. */
export const recordKey = (hashedCode: string) => ({ pk: `${certificatePrefix}${hashedCode}`, sk: "RECORD" });
export const fileKey = (hashedCode: string) => ({ pk: `${certificatePrefix}${hashedCode}`, sk: "FILE" });
export const listKey = (hashedOwner: string) => ({ pk: `${certificatePrefix}OF#${hashedOwner}`, sk: "LIST" });
export const publishedKeysKey = { pk: `${certificatePrefix}KEYS`, sk: "KEYS" };
export const guessKey = (source: string) => ({ pk: `${guessPrefix}${source}`, sk: "GUESS" });
