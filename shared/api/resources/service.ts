import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";

export const HealthView = lazily(() => z.object({ status: z.literal("ok") }));

export const OpenApiDocument = lazily(() =>
  z
    .object({ openapi: z.literal("3.1.0") })
    .loose()
    .meta({ description: "OpenAPI 3.1" }),
);
