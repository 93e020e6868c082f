/** The made-up account and Region that the local world says it is in. */
export const place = { region: "cn-north-1", account: "000000000000", partition: "aws-cn" } as const;

export const arnOf = (service: string, resource: string): string =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
