import { type Configuration, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import { acrValues } from "../../../shared/people/authentication.ts";
import { channelOf } from "./clients.ts";

/** When somebody must show who they are, beside the reasons that OpenID Connect itself has. */
export const loginPolicy = (): NonNullable<Configuration["interactions"]>["policy"] => {
  const policy = interactionPolicy.base();
  // Whoever logs in here has agreed: our clients are the bureau's own.
  policy.remove("consent");
  policy.get("login")?.checks.add(secondFactorWanted);
  return policy;
};

const secondFactorWanted = new interactionPolicy.Check(
  "second_factor",
  "A second factor is required",
  "login_required",
  ({ oidc }) => needsSecondFactor(oidc) && oidc.session?.acr !== acrValues.twoFactor,
);

/** Asked for with `acr_values`, and asked of staff always. */
const needsSecondFactor = ({ params, client }: KoaContextWithOIDC["oidc"]): boolean =>
  wantsSecondFactor(params?.acr_values, client?.clientId);

export const wantsSecondFactor = (wanted: unknown, client: string | undefined): boolean =>
  channelOf(client) === "console" || (typeof wanted === "string" && wanted.split(" ").includes(acrValues.twoFactor));
