import { ProblemNotice } from "../shared/ui/problem.tsx";

/** Stands where something is about to be: until it has come, or why it has not. */
export const Waiting = ({ data, error }: { readonly data: unknown; readonly error: unknown }) => {
  if (error) return <ProblemNotice error={error} />;
  return data === undefined && <p className="loading" aria-busy="true" />;
};
