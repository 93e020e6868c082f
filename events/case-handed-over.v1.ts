import * as z from "zod";
import { ChannelName, describeEvent } from "./describe-event.ts";

/** Its person goes on with it through another door: from the kiosk to the phone, or back. */
export const caseHandedOver = describeEvent(
  "case-handed-over",
  1,
  z.strictObject({ from: ChannelName, to: ChannelName }),
);
