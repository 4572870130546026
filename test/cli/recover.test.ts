import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { fixtures, sandboxFolder, stackwright, start, withPerson } from "./command";

let folder: string;
let remove: () => Promise<void>;
let close: (() => Promise<void>) | undefined;

beforeEach(async () => {
  ({ folder, remove } = await sandboxFolder());
  await serve(0);
});

/** From now on the Sandbox, a process of its own for the commands, has this pace. */
async function serve(speed: number): Promise<void> {
  await close?.();
  const sandbox = await startSandbox({ directory: `${folder}/sandbox`, speed });
  close = () => sandbox.close();
}

afterEach(async () => {
  await close?.();
  close = undefined;
  await remove();
});

const shop = `${fixtures}/shop.yaml`;

/** The shop with a database that is larger, in a file of its own. */
async function largerShop(): Promise<string> {
  const text = await readFile(shop, "utf8");
  const file = join(folder, "larger", "stackwright.yaml");
  await mkdir(join(folder, "larger"));
  await writeFile(file, text.replace(/storage: \d+Gi/, "storage: 90Gi"));
  return file;
}

describe("stackwright cancel", () => {
  it("gives up an update of another process after asking, and both say so", async () => {
    expect((await stackwright(["deploy", shop, "--yes"], { folder })).code).toBe(0);
    await serve(1);
    const updating = start(["deploy", await largerShop(), "--yes"], { folder });
    await updating.until("UPDATE_IN_PROGRESS");
    const cancelled = await withPerson(["cancel", shop], folder, ["y"]);
    expect(cancelled).toMatchObject({ code: 0, err: "" });
    expect(cancelled.asked[0]).toContain("Cancel the update of shop-default, and go back");
    expect(cancelled.out).toContain("shop-default is back to what it was");
    expect(await updating.result).toMatchObject({ code: 1, err: expect.stringContaining("was cancelled by somebody") });
    const { out } = await stackwright(["status"], { folder });
    expect(out).toMatch(/cancel {4}shop-default \(Sandbox\) {2}succeeded/);
  });

  it("says what can be done instead where there is nothing to cancel", async () => {
    await stackwright(["deploy", shop, "--yes"], { folder });
    const { code, err } = await stackwright(["cancel", shop, "--yes"], { folder });
    expect(code).toBe(1);
    expect(err).toContain("shop-default is in CREATE_COMPLETE");
    expect(err).toContain("plan and deploy, look for drift or destroy it");
  });

  it("asks nobody, and so does nothing, where nobody is", async () => {
    expect(await stackwright(["cancel", shop], { folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("add --yes"),
    });
  });
});

describe("stackwright destroy --stop", () => {
  it("gives up a first deployment once the environment's name was typed", async () => {
    await serve(1);
    const creating = start(["deploy", shop, "--yes"], { folder });
    await creating.until("CREATE_IN_PROGRESS");
    const stopped = await withPerson(["destroy", shop, "--stop"], folder, ["default"]);
    expect(stopped).toMatchObject({ code: 0, err: "" });
    expect(stopped.out).toContain("shop-default is destroyed");
    expect(await creating.result).toMatchObject({ code: 1, err: expect.stringContaining("another operation") });
  });
});

describe("stackwright rollback and continue", () => {
  it.each(["rollback", "continue"])("%s says what it is for where it is not needed", async (command) => {
    await stackwright(["deploy", shop, "--yes"], { folder });
    const { code, err } = await stackwright([command, shop, "--yes"], { folder });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^error: Only a (deployment|rollback) that/) });
  });

  it("take a list of logical ids or everything, not both", async () => {
    const both = await stackwright(["continue", shop, "--skip", "DbInstance", "--force", "--yes"], { folder });
    expect(both).toMatchObject({ code: 2, err: expect.stringContaining("choose it or a list") });
    const wrong = await stackwright(["continue", shop, "--skip", "my database", "--yes"], { folder });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("is not a list of logical ids") });
  });
});
