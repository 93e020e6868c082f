const person = (name: string) => ({ name, idType: "other" as const, idNumber: `test-${name}` });
const withShare = (name: string, share: string) => ({ ...person(name), share });

export const sellers = [withShare("seller-1", "1/2"), withShare("seller-2", "1/2")];
export const buyers = [withShare("buyer-1", "1")];
export const unitNumber = "450202999001GB00101F00010001";
