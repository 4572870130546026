import type { Context } from "./context";
import type { Options, Place } from "./draft";
import { type Part, render } from "./intrinsic";

/** A secret that AWS makes up: letters and digits, so that it needs no encoding anywhere. */
export function addGenerated(
  { draft }: Context,
  place: Place,
  id: string,
  secret: { readonly description: string; readonly length: number; readonly user?: string },
  keep: NonNullable<Options["keep"]>,
): string {
  const { description, length, user } = secret;
  const inJson = user !== undefined && {
    SecretStringTemplate: JSON.stringify({ username: user }),
    GenerateStringKey: "password",
  };
  return draft.add(
    place,
    id,
    "AWS::SecretsManager::Secret",
    {
      Description: description,
      GenerateSecretString: { ...inJson, PasswordLength: length, ExcludePunctuation: true },
    },
    { keep },
  );
}

/**
 * A secret put together from others: a JSON object of strings. CloudFormation fills in the references when it makes
 * the secret. It can be made again at any time, so it is never kept.
 */
export function addComposed(
  { draft }: Context,
  place: Place,
  id: string,
  description: string,
  fields: Readonly<Record<string, readonly Part[]>>,
): string {
  return draft.add(
    place,
    id,
    "AWS::SecretsManager::Secret",
    { Description: description, SecretString: render(jsonObject(fields)) },
    { keep: { onDelete: "Delete", onReplace: "Delete" } },
  );
}

/** The text of a JSON object, with tokens left in the middle of its strings. */
export function jsonObject(fields: Readonly<Record<string, readonly Part[]>>): Part[] {
  const entries = Object.entries(fields).flatMap(([key, parts], index): Part[] => [
    `${index === 0 ? "" : ","}${JSON.stringify(key)}:"`,
    ...parts.map((part) => (typeof part === "string" ? JSON.stringify(part).slice(1, -1) : part)),
    '"',
  ]);
  return ["{", ...entries, "}"];
}
