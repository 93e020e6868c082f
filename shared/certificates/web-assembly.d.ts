/** The part of WebAssembly that the font cutter uses: Node has it, its types do not. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }

  function instantiate(code: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
}
