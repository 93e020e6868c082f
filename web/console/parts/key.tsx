/** The key that does what stands beside it; the list on `?` tells it to those who do not see it here. */
export const Key = ({ children }: { readonly children: string }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
);
