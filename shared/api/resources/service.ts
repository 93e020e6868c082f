import * as z from "zod";

export const HealthView = z.object({ status: z.literal("ok") });

export const OpenApiDocument = z
  .object({ openapi: z.literal("3.1.0") })
  .loose()
  .meta({ description: "OpenAPI 3.1" });
