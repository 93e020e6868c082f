/** Builds the world once per process; one that could not be built is tried again by the next request. */
export const once = <World>(compose: () => World | Promise<World>): (() => Promise<World>) => {
  let world: Promise<World> | undefined;
  return () => {
    world ??= Promise.resolve()
      .then(compose)
      .catch((error: unknown) => {
        world = undefined;
        throw error;
      });
    return world;
  };
};
