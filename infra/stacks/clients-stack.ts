import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import { ClientSite } from "../constructs/client-site.ts";
import { type Deployment, isInChina } from "../deployment.ts";
import { stackPropsOf } from "./stack-props.ts";

/** Whether a bureau's clients can be served: in the China Regions CloudFront has no address of its own. */
export const servesClients = (deployment: Deployment): boolean =>
  deployment.clientsDomain !== undefined || !isInChina(deployment);

/** Where the three clients are served from. What it serves is put there by `npm run publish-clients`. */
export class ClientsStack extends Stack {
  readonly site: ClientSite;

  constructor(app: App, props: { readonly deployment: Deployment; readonly apiAddress: string }) {
    super(app, `one-window-${props.deployment.name}-clients`, stackPropsOf(props.deployment, "Phone, kiosk, console"));
    this.site = new ClientSite(this, "Site", props);
    const { bucket, distribution } = this.site;
    new CfnOutput(this, "Bucket", { description: "Where the clients' files go", value: bucket.bucketName });
    new CfnOutput(this, "Target", {
      description: "Where the clients are, and what their domain's CNAME record must name",
      value: distribution.distributionDomainName,
    });
  }
}
