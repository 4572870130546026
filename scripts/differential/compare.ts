import { CloudFormation } from "@aws-sdk/client-cloudformation";
import type { Call } from "./calls";

/** What a call came to at one endpoint: its answer as far as it can be compared, or the code and words of its error. */
export type Outcome = string;

export interface Difference {
  readonly name: string;
  readonly sandbox: Outcome;
  readonly other: Outcome;
}

export function clientAt(endpoint: string): CloudFormation {
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  return new CloudFormation({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
}

/** Without what is different at each run: ids, account numbers, the times that a page of HTML may have. */
export function scrub(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replace(/\b\d{12}\b/g, "<account>")
    .replace(/\s+/g, " ");
}

/** The outcome of one call. Never rejects. */
export async function outcomeOf({ run }: Call, client: CloudFormation): Promise<Outcome> {
  try {
    return scrub(JSON.stringify(await run(client)) ?? "undefined");
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    // An answer that is not XML is told by the client in words that change with its version.
    const isPage = /Unknown|Deserialization|SyntaxError/i.test(name) || /deserializ|unclosed|expected/i.test(message);
    return isPage ? "a page of HTML" : scrub(`${name}: ${message}`);
  }
}

/** Makes the calls at both endpoints, in their order. Gives those that come to something else. */
export async function differences(calls: readonly Call[], sandbox: string, other: string): Promise<Difference[]> {
  const found: Difference[] = [];
  const clients = [clientAt(sandbox), clientAt(other)] as const;
  for (const call of calls) {
    const [here, there] = [await outcomeOf(call, clients[0]), await outcomeOf(call, clients[1])];
    if (here !== there) {
      found.push({ name: call.name, sandbox: here, other: there });
    }
  }
  return found;
}
