/** A person in keys, links and logs: a keyed hash of the identity document, never its number. */
export type PersonKey = string & { readonly __brand: "PersonKey" };
