import { compose } from "../../wiring/compose.ts";
import { serve } from "../../wiring/serve.ts";
import { getSubjectNotice } from "./get-subject-notice.ts";
import { listAuthorisations } from "./list-authorisations.ts";
import { objectToRecords } from "./object-to-records.ts";
import { withdrawAuthorisation } from "./withdraw-authorisation.ts";

export const endpoints = [listAuthorisations, withdrawAuthorisation, getSubjectNotice, objectToRecords] as const;

export const handler = serve(endpoints, compose);
