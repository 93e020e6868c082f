import type { Locality } from "../locality.ts";
import { liuzhou } from "./liuzhou.ts";

/** The places whose law we hold. A place that is not here has no law, and is refused. */
export const localities: Readonly<Record<string, Locality>> = { liuzhou };

export { liuzhou };
