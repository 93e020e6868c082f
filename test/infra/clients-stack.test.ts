import { describe, expect, test } from "vitest";
import { isInChina } from "../../infra/deployment.ts";
import { uploadsOf } from "../../infra/publish-clients.ts";
import { fileOf } from "../../web/build/serving.ts";
import { ofType, synthesize } from "./synthesize.ts";

describe.each(["liuzhou", "trial"])("the clients of %s", (deployment) => {
  const { clientsTemplate, deployment: settings } = synthesize(deployment);
  const [distribution] = ofType(clientsTemplate, "AWS::CloudFront::Distribution");
  const { DefaultCacheBehavior, CacheBehaviors, ViewerCertificate, DefaultRootObject } =
    distribution?.Properties.DistributionConfig ?? {};

  test("files come from a bucket that nobody else reads", () => {
    const [bucket] = ofType(clientsTemplate, "AWS::S3::Bucket");
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const statements = ofType(clientsTemplate, "AWS::S3::BucketPolicy")[0]?.Properties.PolicyDocument.Statement;
    const allowed = statements.filter(({ Effect }: { readonly Effect: string }) => Effect === "Allow");
    expect(allowed).toHaveLength(1);
    // The China Regions know the distribution by its identity, the others by the service and the distribution's name.
    const reader = isInChina(settings)
      ? { CanonicalUser: { "Fn::GetAtt": [expect.stringContaining("Origin"), "S3CanonicalUserId"] } }
      : { Service: "cloudfront.amazonaws.com" };
    expect(allowed[0]).toMatchObject({ Action: "s3:GetObject", Principal: reader });
  });

  test("the API lies behind the same address, is never cached, and takes every method", () => {
    expect(CacheBehaviors.map(({ PathPattern }: { readonly PathPattern: string }) => PathPattern)).toEqual([
      "/v1/*",
      "/openapi.json",
    ]);
    for (const behaviour of CacheBehaviors) {
      expect(behaviour.AllowedMethods).toContain("POST");
      // CachingDisabled and AllViewerExceptHostHeader, as CloudFront numbers its own policies.
      expect(behaviour.CachePolicyId).toBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
      expect(behaviour.OriginRequestPolicyId).toBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
      expect(behaviour.TargetOriginId).not.toBe(DefaultCacheBehavior.TargetOriginId);
    }
    expect(DefaultRootObject).toBe("mobile/");
  });

  test("no page runs an inline script or stands in another's frame", () => {
    const [headers] = ofType(clientsTemplate, "AWS::CloudFront::ResponseHeadersPolicy");
    const { SecurityHeadersConfig } = headers?.Properties.ResponseHeadersPolicyConfig ?? {};
    const policy = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(365 * 86_400);
  });

  test("the certificate is where CloudFront of the Region looks for it", () => {
    expect(ViewerCertificate).toEqual(
      deployment === "liuzhou"
        ? {
            IamCertificateId: "ASCAEXAMPLEEXAMPLEXXX",
            MinimumProtocolVersion: "TLSv1.2_2021",
            SslSupportMethod: "sni-only",
          }
        : undefined,
    );
  });
});

test("files are put before the pages that ask for them, and pages under their addresses", () => {
  const uploads = uploadsOf(["kiosk/index.html", "assets/kiosk-abc.js", ".vite/manifest.json", "built-from.txt"]);
  expect(uploads).toEqual([
    {
      key: "assets/kiosk-abc.js",
      file: "assets/kiosk-abc.js",
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
    { key: "kiosk/", file: "kiosk/index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
  ]);
  expect(fileOf("/kiosk/")).toBe("/kiosk/index.html");
});
