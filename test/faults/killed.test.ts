import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../extension/deploy/connect";
import { findStack } from "../../extension/deploy/findStack";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { fixtures, sandboxFolder, stackwright, start } from "../cli/command";
import { failing } from "../deploy/ground";
import type { Phase } from "./stage";

let folder: string;
let remove: () => Promise<void>;
let close: () => Promise<void>;
let endpoint: string;

/** The Sandbox is a process of its own for the command, as a cloud is: it goes on whoever dies. */
beforeEach(async () => {
  ({ folder, remove } = await sandboxFolder());
  const sandbox = await startSandbox({ directory: `${folder}/sandbox`, speed: 12 });
  ({ endpoint } = sandbox);
  close = () => sandbox.close();
});

afterEach(async () => {
  await close();
  await remove();
});

const shop = `${fixtures}/shop.yaml`;

async function manifestWith(change: (text: string) => string): Promise<string> {
  await mkdir(join(folder, "changed"));
  const file = join(folder, "changed", "stackwright.yaml");
  await writeFile(file, change(await readFile(shop, "utf8")));
  return file;
}

async function statusOfStack(): Promise<string | undefined> {
  const cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint });
  try {
    return (await findStack(cloud, "shop-default"))?.StackStatus;
  } finally {
    cloud.close();
  }
}

const larger = (text: string) => text.replace("20Gi", "30Gi");
const broken = (text: string) => failing(larger(text), "JobsService", "The container exited with code 1.");

interface Cell {
  readonly phase: Phase;
  readonly command: "deploy" | "destroy";
  readonly change: (text: string) => string;
  /** It is killed once it has said this. */
  readonly at: string;
  /** Of the stack, once nothing goes on any more. */
  readonly statuses: RegExp;
}

const cells: readonly Cell[] = [
  { phase: "plan", command: "deploy", change: larger, at: "change-set-created", statuses: /^CREATE_COMPLETE$/ },
  // Whether the cloud was asked for it before the end came is a matter of moments.
  { phase: "execute", command: "deploy", change: larger, at: '"planned"', statuses: /^(CREATE|UPDATE)_COMPLETE$/ },
  { phase: "watch", command: "deploy", change: larger, at: '"resource"', statuses: /^UPDATE_COMPLETE$/ },
  { phase: "roll back", command: "deploy", change: broken, at: "rolling-back", statuses: /^UPDATE_ROLLBACK_COMPLETE$/ },
  { phase: "destroy", command: "destroy", change: (text) => text, at: '"resource"', statuses: /^undefined$/ },
];

describe.each(cells.map((cell) => [cell.phase, cell] as const))("%s", (_, { command, change, at, statuses }) => {
  it("× host killed", async () => {
    expect((await stackwright(["deploy", shop, "--yes"], { folder })).code).toBe(0);
    const file = await manifestWith(change);
    const killed = start([command, file, "--confirm", "default", "--json"], { folder });
    killed.killAfter(at);
    await killed.result;
    const { operations } = JSON.parse((await stackwright(["status", "--json"], { folder })).out);
    const open = operations.filter(({ ended }: { ended?: object }) => !ended);
    const attached = open.length > 0 ? await stackwright(["attach", "--json"], { folder }) : undefined;
    await expect.poll(async () => String(await statusOfStack()), { timeout: 20_000 }).not.toMatch(/_IN_PROGRESS$/);
    const status = String(await statusOfStack());
    expect(status).toMatch(statuses);
    const [latest] = JSON.parse((await stackwright(["status", "--json"], { folder })).out).operations;
    if (attached) {
      const isThrough = status === "UPDATE_COMPLETE" || status === "undefined";
      expect(attached.code).toBe(isThrough ? 0 : 1);
      expect(latest.ended.status).toBe(isThrough ? "succeeded" : "failed");
    }
    // The next one is neither kept out by the dead process nor begins anything twice.
    if (command === "deploy" && change === larger) {
      expect(await stackwright(["deploy", file, "--yes"], { folder })).toMatchObject({ code: 0 });
      expect(await statusOfStack()).toBe("UPDATE_COMPLETE");
    }
  }, 90_000);
});
