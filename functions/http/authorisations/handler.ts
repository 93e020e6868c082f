import { compose } from "../../wiring/compose.ts";
import { serve } from "../../wiring/serve.ts";
import { listAuthorisations } from "./list-authorisations.ts";
import { withdrawAuthorisation } from "./withdraw-authorisation.ts";

export const endpoints = [listAuthorisations, withdrawAuthorisation] as const;

export const handler = serve(endpoints, compose);
