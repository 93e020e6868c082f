import { Duration, Fn, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  type CfnDistribution,
  Distribution,
  type DistributionProps,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  SSLMethod,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { contentPolicy, securityHeaders } from "../../web/build/serving.ts";
import { type Deployment, isInChina } from "../deployment.ts";

export interface ClientSiteProps {
  readonly deployment: Deployment;
  /** The API's address, without a slash at the end. */
  readonly apiAddress: string;
}

/** What of the API's paths is passed on to it; all else is a file. */
const apiPaths = ["/v1/*", "/openapi.json"];

/**
 * The three clients and the API under one origin: files from a closed bucket, `/v1` from the API, never cached. Objects
 * are named as addresses are (`kiosk/` is one), so nothing needs to run at the edge.
 */
export class ClientSite extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { deployment, apiAddress }: ClientSiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, "Files", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // Pages that were loaded before a release still ask for its files; those of long ago nobody asks for.
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    const files: BehaviorOptions = {
      origin: originOf(this.bucket as IBucket, deployment),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // How long each file is kept, the file itself says.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headersOf(this, deployment),
      compress: true,
    };
    // Host stays behind: the API knows itself by its own name only.
    const api: BehaviorOptions = {
      origin: new HttpOrigin(Fn.select(2, Fn.split("/", apiAddress))),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: `One Window: ${deployment.name}`,
      defaultRootObject: "mobile/",
      defaultBehavior: files,
      additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, api])),
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...certificateOf(this, deployment),
    });
    setIamCertificate(this.distribution, deployment);
    acknowledge(this, deployment);
  }
}

/** Only the distribution reads the bucket; the China Regions know the older way alone. */
const originOf = (bucket: IBucket, deployment: Deployment): IOrigin =>
  isInChina(deployment)
    ? S3BucketOrigin.withOriginAccessIdentity(bucket)
    : S3BucketOrigin.withOriginAccessControl(bucket);

const headersOf = (scope: Construct, { name, issuer }: Deployment): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, "Headers", {
    responseHeadersPolicyName: `one-window-${name}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(issuer), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
    },
    customHeadersBehavior: {
      customHeaders: (["cross-origin-opener-policy", "permissions-policy"] as const).map((header) => ({
        header,
        value: securityHeaders[header],
        override: true,
      })),
    },
  });

const tls = SecurityPolicyProtocol.TLS_V1_2_2021;

/** A certificate of the certificate manager, where CloudFront takes one. */
const certificateOf = (
  scope: Construct,
  { clientsDomain }: Deployment,
): Pick<DistributionProps, "domainNames" | "certificate" | "minimumProtocolVersion"> => {
  if (clientsDomain === undefined || !isArn(clientsDomain.certificate)) return {};
  const certificate = Certificate.fromCertificateArn(scope, "Certificate", clientsDomain.certificate);
  return { domainNames: [clientsDomain.name], certificate, minimumProtocolVersion: tls };
};

const isArn = (certificate: string): boolean => certificate.startsWith("arn:");

/** In the China Regions CloudFront takes certificates of IAM alone, which CDK's own property cannot name. */
const setIamCertificate = ({ node }: Distribution, { clientsDomain }: Deployment): void => {
  if (clientsDomain === undefined || isArn(clientsDomain.certificate)) return;
  const distribution = node.defaultChild as CfnDistribution;
  distribution.addPropertyOverride("DistributionConfig.Aliases", [clientsDomain.name]);
  distribution.addPropertyOverride("DistributionConfig.ViewerCertificate", {
    IamCertificateId: clientsDomain.certificate,
    MinimumProtocolVersion: tls,
    SslSupportMethod: SSLMethod.SNI,
  });
};

const acknowledge = ({ bucket, distribution }: ClientSite, deployment: Deployment): void => {
  const { clientsDomain } = deployment;
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason: "It holds public files alone, which only CloudFront reads; CloudTrail tells who writes them.",
  });
  const reasons = {
    "AwsSolutions-CFR1": "Citizens abroad sell and buy homes here, too.",
    "AwsSolutions-CFR2": "The API limits its rates itself; a firewall of the bureau's own stands where it has one.",
    "AwsSolutions-CFR3":
      "A log of addresses would say who looked at which page when; the API logs what is asked of it.",
    ...(isInChina(deployment) && {
      "AwsSolutions-CFR7":
        "The China Regions know no origin access control; the distribution's identity does the same.",
    }),
    ...(clientsDomain === undefined && {
      "AwsSolutions-CFR4": "A trial without a domain has CloudFront's own certificate, whose TLS is not ours to set.",
    }),
    ...(clientsDomain !== undefined &&
      !isArn(clientsDomain.certificate) && {
        "AwsSolutions-CFR4":
          "TLS 1.2 stands in the template beside its certificate of IAM; the rule reads CDK's property.",
      }),
  };
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason });
};
