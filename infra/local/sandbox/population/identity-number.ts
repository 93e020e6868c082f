const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A resident identity number with a right check digit (GB 11643) that no living person has: 450299 is a district code
 * that was never given out. `sequence` is odd for men and even for women.
 */
export const inventedIdentityNumber = (birthday: string, sequence: number): string => {
  const body = `450299${birthday.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${"10X98765432"[sum % 11]}`;
};
