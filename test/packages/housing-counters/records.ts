/** What the authorities hold; turns of events change it. Short held, so that the new year changes the taxes. */
export const recordsAtFirst = (isPriceLow: boolean) => ({
  price: "1030000.00",
  assessed: isPriceLow ? "1500000.00" : "900000.00",
  restrictions: [] as readonly string[],
  isSilent: false,
  spouse: false,
  isCancelled: false,
});
export type Records = ReturnType<typeof recordsAtFirst>;

/** A turn of events, by its name. */
export const turnRecords = (records: Records, event: string): void => {
  if (event === "seizure") records.restrictions = ["seizure"];
  if (event === "released") records.restrictions = [];
  if (event === "price") records.price = "999000.00";
  if (event === "assessed") records.assessed = "1200000.00";
  if (event === "married") records.spouse = true;
  if (event === "silent") records.isSilent = true;
  if (event === "answering") records.isSilent = false;
};
