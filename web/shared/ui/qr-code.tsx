import { encode } from "uqr";

/** A QR code, drawn as one path: sharp at every size, and no image is loaded. */
export const QrCode = ({ content, label }: { readonly content: string; readonly label: string }) => {
  const { data, size } = encode(content, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
