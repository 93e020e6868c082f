/**
 * Makes a value when it is first asked for. A schema takes longer to make than to use, and a function that has just
 * started needs those of one route, not of all.
 */
export const lazily = <Value extends object>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
};
