/**
 * The second belt of the logs. Nothing that names a person is logged in the first place (`log.ts` says what may be); what
 * looks like it is struck out all the same: identity numbers, telephone numbers, accounts and cards, credit codes.
 */
export const scrub = (text: string): string =>
  patterns.reduce((scrubbed, [pattern, mark]) => scrubbed.replace(pattern, mark), text);

// Between letters or digits a row of digits is part of an id of ours.
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, "[identity number]"],
  [/(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/g, "[credit code]"],
  [/(?<![0-9A-Za-z])\d{15,19}(?![0-9A-Za-z])/g, "[account]"],
  [/(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![0-9A-Za-z])/g, "[telephone]"],
  // Our own log lines are codes and ids: what is written in Chinese came from outside.
  [/\p{Script=Han}+/gu, "[text]"],
];
