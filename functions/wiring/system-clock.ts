import { type Clock, toInstant } from "../../shared/kernel/instant.ts";

export const systemClock: Clock = () => toInstant(Date.now());
