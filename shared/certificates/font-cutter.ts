/** A font that is open, and gives as much of itself as a text needs. */
export interface OpenFont {
  /**
   * A TrueType font with the outlines of these characters and no others. The same characters give the same bytes, whatever
   * was cut before; one that the font does not have is drawn as a box.
   */
  readonly cut: (characters: Iterable<string>) => Uint8Array;
}

/**
 * Opens a TrueType font for cutting with HarfBuzz, and leaves it open: ten megabytes are handed to HarfBuzz once and not for
 * each text. Doing so takes ten times as long as the cut, and more where memory is short.
 *
 * @param harfbuzz `harfbuzz-subset.wasm` of the package harfbuzzjs
 */
export const openFont = async ({
  font,
  harfbuzz,
}: {
  readonly font: Uint8Array;
  readonly harfbuzz: Uint8Array;
}): Promise<OpenFont> => {
  const { instance } = await WebAssembly.instantiate(harfbuzz);
  const hb = instance.exports as HarfBuzz;
  hb._initialize();
  const place = hb.malloc(font.length);
  if (place === 0) throw new Error("no room for the font");
  new Uint8Array(hb.memory.buffer).set(font, place);
  const face = hb.hb_face_create(hb.hb_blob_create(place, font.length, readOnly, 0, 0), 0);
  return { cut: (characters) => cutFace(hb, face, characters) };
};

/** Every handle is given back: a process that cuts for months must not grow. */
const cutFace = (hb: HarfBuzz, face: Handle, characters: Iterable<string>): Uint8Array => {
  const input = hb.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error("no room to cut the font");
  try {
    hb.hb_subset_input_set_flags(input, hb.hb_subset_input_get_flags(input) | asDrawn);
    const dropped = hb.hb_subset_input_set(input, droppedTables);
    for (const table of layoutTables) hb.hb_set_add(dropped, tagOf(table));
    const wanted = hb.hb_subset_input_unicode_set(input);
    for (const character of characters) hb.hb_set_add(wanted, character.codePointAt(0) ?? 0);
    const subset = hb.hb_subset_or_fail(face, input);
    if (subset === 0) throw new Error("the font could not be cut");
    const blob = hb.hb_face_reference_blob(subset);
    // The memory may have grown meanwhile, and its buffer is another one then.
    const at = hb.hb_blob_get_data(blob, 0);
    const cut = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(blob));
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(subset);
    return cut;
  } finally {
    hb.hb_subset_input_destroy(input);
  }
};

/**
 * One glyph a character and nothing else: the font's layout rules would draw digits as wide as Chinese characters and bring
 * glyphs that nobody asked for, and hints are for screens of long ago. It makes the file half as large.
 */
const layoutTables = ["GSUB", "GPOS", "GDEF", "BASE", "STAT"];

const tagOf = (table: string): number => Buffer.from(table, "latin1").readUInt32BE();

/** A pointer into HarfBuzz's memory; 0 where there is nothing. */
type Handle = number;

// What hb.h and hb-subset.h call HB_MEMORY_MODE_READONLY, HB_SUBSET_SETS_DROP_TABLE_TAG and HB_SUBSET_FLAGS_*.
const readOnly = 1;
const droppedTables = 3;
/** No hinting, no closure over layout rules, and an outline for what the font does not have: a box, where else a name had a gap. */
const asDrawn = 0x1 | 0x200 | 0x40;

/** Of HarfBuzz's own names, those that cutting needs. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => Handle;
  readonly hb_blob_create: (data: Handle, length: number, mode: number, userData: Handle, destroy: Handle) => Handle;
  readonly hb_blob_destroy: (blob: Handle) => void;
  readonly hb_blob_get_data: (blob: Handle, length: Handle) => Handle;
  readonly hb_blob_get_length: (blob: Handle) => number;
  readonly hb_face_create: (blob: Handle, index: number) => Handle;
  readonly hb_face_destroy: (face: Handle) => void;
  readonly hb_face_reference_blob: (face: Handle) => Handle;
  readonly hb_set_add: (set: Handle, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => Handle;
  readonly hb_subset_input_destroy: (input: Handle) => void;
  readonly hb_subset_input_get_flags: (input: Handle) => number;
  readonly hb_subset_input_set_flags: (input: Handle, flags: number) => void;
  readonly hb_subset_input_set: (input: Handle, which: number) => Handle;
  readonly hb_subset_input_unicode_set: (input: Handle) => Handle;
  readonly hb_subset_or_fail: (face: Handle, input: Handle) => Handle;
}
