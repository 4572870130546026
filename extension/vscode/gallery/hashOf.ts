/** The hash of a package file as the lock has it, in a host with Node and in one without. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `sha256-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
