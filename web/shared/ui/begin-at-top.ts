/** What is on the screen has become another: it begins at its top, for eyes and for screen readers. */
export const beginAtTop = (): void => {
  const main = document.querySelector("main");
  // The phone scrolls within it, the kiosk as a whole.
  main?.scrollTo(0, 0);
  window.scrollTo(0, 0);
  main?.focus({ preventScroll: true });
};
