/** A resource that a test may leave in any form. */
export type Resource = Readonly<Record<string, unknown>>;

export function template(
  resources: Readonly<Record<string, Resource>>,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({ Resources: resources, ...rest });
}

export const topic = (properties: Resource = {}, more: Resource = {}): Resource => ({
  Type: "AWS::SNS::Topic",
  Properties: properties,
  ...more,
});

export const queue = (properties: Resource = {}, more: Resource = {}): Resource => ({
  Type: "AWS::SQS::Queue",
  Properties: properties,
  ...more,
});

export const database = (properties: Resource = {}, more: Resource = {}): Resource => ({
  Type: "AWS::RDS::DBInstance",
  Properties: { Engine: "postgres", DBInstanceClass: "db.t4g.micro", AllocatedStorage: "20", ...properties },
  ...more,
});

export const failing = (message: string): Resource => ({ Metadata: { StackwrightSandbox: { Fail: message } } });
