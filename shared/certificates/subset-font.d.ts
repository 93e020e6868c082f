declare module "subset-font" {
  /** Cuts a font down to the characters of a text, with HarfBuzz. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "truetype";
      readonly noHinting: boolean;
      readonly noLayoutClosure: boolean;
      readonly dropTables: readonly string[];
    },
  ): Promise<Buffer>;
}
