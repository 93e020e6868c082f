declare module "virtual:law-citations" {
  interface Words {
    readonly zh: string;
    readonly en: string;
  }
  export const citations: Readonly<
    Record<
      string,
      { readonly title: Words; readonly act: Words; readonly article: Words; readonly isConfirmed: boolean }
    >
  >;
}
