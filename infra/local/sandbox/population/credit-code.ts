const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A unified social credit code with right check characters (GB 32100, GB 11714) of an enterprise that does not exist:
 * its organisation code begins with EX, "example". `kind` is 1 for enterprises, 2 for sole proprietors, 3 for cooperatives.
 */
export const inventedCreditCode = (kind: 1 | 2 | 3, division: string, serial: number): string => {
  const organisation = `EX${String(serial).padStart(6, "0")}`;
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(organisation[index] ?? ""),
    0,
  );
  const check = 11 - (sum % 11);
  const body = `9${kind}${division}${organisation}${check === 10 ? "X" : check === 11 ? "0" : check}`;
  const total = weights.reduce((all, weight, index) => all + weight * alphabet.indexOf(body[index] ?? ""), 0);
  return `${body}${alphabet[(31 - (total % 31)) % 31]}`;
};
