/** An error as the OCI distribution specification has it. */
export class RegistryError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "RegistryError";
  }
}

export function invalidDigest(digest: string): RegistryError {
  return new RegistryError(400, "DIGEST_INVALID", `The bytes are not what the digest ${digest} says.`);
}
