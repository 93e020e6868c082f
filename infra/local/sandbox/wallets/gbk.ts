/** Writes GBK, which Node only reads: the reader's own table, turned round. */
let table: Map<string, Buffer> | undefined;

const build = (): Map<string, Buffer> => {
  const decoder = new TextDecoder("gbk");
  const made = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (character.length === 1 && character !== "\uFFFD" && !made.has(character)) made.set(character, bytes);
    }
  }
  return made;
};

export const gbk = (text: string): Buffer => {
  table ??= build();
  const known = table;
  return Buffer.concat(
    [...text].map((each) => (each < "\x80" ? Buffer.from(each) : (known.get(each) ?? Buffer.from("?")))),
  );
};
