import {
  degrees,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setGraphicsState,
} from "pdf-lib";

const red = rgb(0.78, 0.09, 0.12);

/** The round seal of an office: a ring, the office's name along it, a star, and what the seal is for below. Vectors only. */
export const drawSeal = (
  page: PDFPage,
  font: PDFFont,
  { x, y, radius, office, purpose }: { x: number; y: number; radius: number; office: string; purpose: string },
): void => {
  // One state for all that is drawn with the seal's ink, in place of one for each character.
  const ink = page.doc.context.obj({ Type: "ExtGState", ca: 0.85, CA: 0.85 });
  page.pushOperators(pushGraphicsState(), setGraphicsState(page.node.newExtGState("GS", ink)));
  page.drawCircle({ x, y, size: radius, borderColor: red, borderWidth: 2.2 });
  page.drawSvgPath(star(radius * 0.3), { x, y: y + radius * 0.05, color: red });
  const size = Math.min(11, (radius * 4.3) / office.length);
  const along = radius - size * 1.35;
  const spread = Math.min(270, office.length * 17);
  [...office].forEach((character, index) => {
    // From the left end over the top to the right end, each character upright towards the rim.
    const angle = 90 + spread / 2 - (spread / Math.max(1, office.length - 1)) * index;
    const turn = angle - 90;
    const radians = (angle * Math.PI) / 180;
    const width = font.widthOfTextAtSize(character, size) / 2;
    const tilt = (turn * Math.PI) / 180;
    page.drawText(character, {
      x: x + Math.cos(radians) * along - Math.cos(tilt) * width,
      y: y + Math.sin(radians) * along - Math.sin(tilt) * width,
      size,
      color: red,
      rotate: degrees(turn),
    });
  });
  const width = font.widthOfTextAtSize(purpose, 8);
  page.drawText(purpose, { x: x - width / 2, y: y - radius * 0.55, size: 8, color: red });
  page.pushOperators(popGraphicsState());
};

/** A five-pointed star about the origin; SVG's y points down. */
const star = (size: number): string => {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? size : size * 0.382;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return `${(Math.cos(angle) * reach).toFixed(3)} ${(Math.sin(angle) * reach).toFixed(3)}`;
  });
  return `M ${points.join(" L ")} Z`;
};
