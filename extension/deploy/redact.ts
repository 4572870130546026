const masked = "****";

const patterns: readonly (readonly [RegExp, string])[] = [
  // Access key ids: four letters for the kind, sixteen for the id.
  [/\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,}\b/g, masked],
  // `user:password@` in an address.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:)[^\s@"']+(@)/gi, `$1${masked}$2`],
  // `password=...`, `"secretToken": "..."` and the like.
  [
    /((?<!:)(?:password|passwd|secret|token|api_?key|private_?key|credential)s?["']?\s*[:=]\s*["']?)[^\s"',;}]{4,}/gi,
    `$1${masked}`,
  ],
];

const secretName = /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|credential|_key(_base)?$/i;

/** Masks what looks like a secret in words that come from elsewhere: a cloud's error, a tool's output. */
export function redact(text: string): string {
  return patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/**
 * Masks secrets in a property's value as a change set gives it: a string, or JSON. An environment variable whose name
 * speaks of a secret loses its value, for people do write secrets in plain environment variables.
 */
export function redactValue(path: string, value: string): string {
  const last = path.split(".").at(-1) ?? path;
  if (isSecretsName(value)) return value;
  if (secretName.test(last) && !isReferenceName(last)) return masked;
  if (!/^\s*[[{]/.test(value)) return redact(value);
  try {
    return JSON.stringify(redactJson(JSON.parse(value)));
  } catch {
    return redact(value);
  }
}

/** Where a secret is kept, which is no secret. */
function isSecretsName(value: string): boolean {
  return /^arn:[a-z-]+:(secretsmanager|ssm):[^\s"]+$/.test(value);
}

/** Names of secrets, unlike their values, are no secrets: `ValueFrom`, `SecretArn`, `KmsKeyId`. */
function isReferenceName(name: string): boolean {
  return /(Arn|Id|From|Name|Template|Policy|Enabled|Length|^Secrets|^ManageMasterUserPassword)$/.test(name);
}

function redactJson(value: unknown): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map(redactJson);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const name = entries.find(([key]) => key === "Name")?.[1];
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const isValueOfSecret = key === "Value" && typeof name === "string" && secretName.test(name);
      const isSecret = typeof inner === "string" && secretName.test(key) && !isReferenceName(key);
      return [key, isValueOfSecret || isSecret ? masked : redactJson(inner)];
    }),
  );
}
