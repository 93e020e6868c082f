import { describe, expect, test } from "vitest";
import { meaning, ofType, synthesize } from "./synthesize.ts";

const elsewhere = synthesize("trial");
const groups = ofType(elsewhere.serviceTemplate, "AWS::CodeDeploy::DeploymentGroup");
const answering = ["catalogue", "case-reading", "case-changing"];

describe("a new version of what answers people", () => {
  test.each(answering)(
    "%s answers a tenth of the calls first, and is taken back by itself when people are hurt",
    (name) => {
      const group = groups.find(({ Metadata }) => Metadata["aws:cdk:path"].includes(`/${name}/`))?.Properties;
      expect(group?.DeploymentConfigName).toBe("CodeDeployDefault.LambdaCanary10Percent15Minutes");
      expect(group?.AutoRollbackConfiguration).toMatchObject({ Enabled: true });
      expect(group?.AutoRollbackConfiguration.Events).toContain("DEPLOYMENT_STOP_ON_ALARM");
      const alarms = group?.AlarmConfiguration.Alarms.map((alarm: { readonly Name: unknown }) =>
        meaning(alarm.Name, elsewhere),
      );
      expect(alarms).toEqual([`Alarms/${name}-fails`]);
    },
  );

  test("no call goes past it", () => {
    const targets = ofType(elsewhere.serviceTemplate, "AWS::ApiGatewayV2::Integration").map(({ Properties }) =>
      meaning(Properties.IntegrationUri, elsewhere),
    );
    expect([...new Set(targets)].every((target) => target.endsWith("/Release/Live"))).toBe(true);
  });
});
