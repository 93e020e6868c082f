/**
 * A text as it may be drawn or printed where nobody escapes it: without control characters, which draw nothing and order a
 * terminal about, and without those that turn the direction of writing, by which `exe.fdp` reads `pdf.exe`. Half a
 * character becomes the mark of an unreadable one. Line breaks become spaces: whoever draws breaks lines.
 */
export const visibleText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "");
