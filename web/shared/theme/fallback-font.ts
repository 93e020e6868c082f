/**
 * A Chinese face for machines that have none. Its list of slices alone is 31 KB compressed, so it is fetched only there,
 * and before anything is drawn: a phone in China fetches nothing. Slices then load as their characters appear.
 */
export const bringChineseFace = async (): Promise<void> => {
  if (hasChineseFace()) return;
  document.documentElement.dataset.face = "brought";
  // Without it the page still works; its letters are boxes.
  await import("@fontsource-variable/noto-sans-sc/index.css").catch(() => {});
};

const side = 24;

/** Whether two different characters look different: without a face for them, both are the same box. */
const hasChineseFace = (): boolean => {
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return true;
  const [first, second] = ["一", "窗"].map((character) => {
    context.clearRect(0, 0, side, side);
    context.font = "18px sans-serif";
    context.fillText(character, 2, 20);
    return context.getImageData(0, 0, side, side).data.join();
  });
  return first !== second;
};
