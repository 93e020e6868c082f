/**
 * Names a moment before or after a call to the outside, such as `core-tax/file-declaration:after`. Does nothing in
 * service; a fault test freezes or crashes there.
 */
export type Point = (name: string) => void | Promise<void>;

export const noPoint: Point = () => {};
