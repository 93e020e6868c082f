import { Link } from "react-router";
import { Say } from "../shared/texts/language.tsx";

export const BackToCase = ({ caseId }: { readonly caseId: string }) => (
  <p>
    <Link to={`/cases/${caseId}`} className="back">
      ← <Say zh="回到办件" en="Back to the case" />
    </Link>
  </p>
);
