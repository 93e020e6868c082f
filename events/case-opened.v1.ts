import * as z from "zod";
import { ChannelName, describeEvent, Name } from "./describe-event.ts";

/** A person has opened a case. */
export const caseOpened = describeEvent("case-opened", 1, z.strictObject({ packageId: Name, channel: ChannelName }));
