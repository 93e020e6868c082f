// What a function that assesses would import.
export { assess } from "../../../shared/tax/assess.ts";
export { localities } from "../../../shared/tax/localities/index.ts";
