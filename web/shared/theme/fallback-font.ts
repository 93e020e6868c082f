/**
 * A Chinese face for machines that have none, in slices that load as their characters appear. Its list of slices alone is
 * 31 KB compressed, so it comes after everything that the first look needs; a phone in China fetches no slice at all.
 */
export const offerFallbackFont = (): void => {
  void import("@fontsource-variable/noto-sans-sc/index.css");
};
