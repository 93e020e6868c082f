/**
 * One step of a JSON pointer (RFC 6901) into what a caller sent. A key that is no field's name may be anything, an identity
 * number in the wrong place for example, and is not repeated: `*` stands for it.
 */
export const pointerPart = (key: PropertyKey): string => `/${fieldName.test(String(key)) ? String(key) : "*"}`;

/** A field's name, an id of ours, or a place in a list. */
const fieldName = /^(?!.*\d{6})[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}$/;
