import type { CredentialsHint } from "../../deploy/findCredentials";

/** Where to deploy to. Holds no secret, only the name of a profile. */
export type TargetChoice =
  | { readonly target: "sandbox" }
  /** Without a profile: whatever the AWS SDK finds by itself. */
  | { readonly target: "aws"; readonly profile?: string };

/** The targets to offer, the Sandbox first. */
export function choicesFor({ found, source, profiles }: CredentialsHint): readonly TargetChoice[] {
  const byThemselves: readonly TargetChoice[] = found ? [{ target: "aws" }] : [];
  return [
    { target: "sandbox" },
    ...byThemselves,
    // The one that the SDK takes by itself is there already.
    ...profiles
      .filter((profile) => source !== `the profile ${profile}`)
      .map((profile): TargetChoice => ({ target: "aws", profile })),
  ];
}

/** What was remembered may come from an older version, or from a person's hands. */
export function parseChoice(value: unknown): TargetChoice | undefined {
  if (typeof value !== "object" || value === null || !("target" in value)) return undefined;
  if (value.target === "sandbox") return { target: "sandbox" };
  if (value.target !== "aws") return undefined;
  const profile = "profile" in value ? value.profile : undefined;
  return typeof profile === "string" ? { target: "aws", profile } : { target: "aws" };
}

export function sameChoice(one: TargetChoice, other: TargetChoice | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
