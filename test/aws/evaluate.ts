/** Puts values in the place of what a template refers to, as CloudFormation would. */
export function evaluate(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluate(item, values));
  if (typeof value === "string") return resolve(value, values);
  if (typeof value !== "object" || value === null) return value;
  const [[key, inner] = ["", undefined], ...rest] = Object.entries(value);
  if (rest.length === 0) {
    if (key === "Ref") return look(String(inner), values);
    if (key === "Fn::GetAtt") return look((inner as string[]).join("."), values);
    if (key === "Fn::Join") return resolve((evaluate((inner as unknown[])[1], values) as string[]).join(""), values);
    if (key === "Fn::Sub") {
      const text = String(inner).replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => look(name, values));
      return resolve(text.replaceAll("${!", "${"), values);
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, evaluate(each, values)]));
}

function look(name: string, values: Readonly<Record<string, string>>): string {
  const value = values[name];
  if (value === undefined) throw new Error(`No value for ${name}`);
  return value;
}

/** Dynamic references, wherever they stand in a string. */
function resolve(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{resolve:secretsmanager:(.+?):SecretString:password\}\}/g, (_, arn: string) =>
    look(`${arn} password`, values),
  );
}
