import { readFileSync } from "node:fs";
import { join } from "node:path";
import { peerSource } from "../bench/peers";
import { root } from "../setup/paths";

/** The checkers' versions, from where they are pinned. */
export function versions(): Readonly<Record<"Checkov" | "cdk-nag", string>> {
  const python = readFileSync(join(root, "test", "requirements.txt"), "utf8");
  const { dependencies } = JSON.parse(readFileSync(join(peerSource, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return {
    Checkov: /^checkov==(.+)$/m.exec(python)?.[1] ?? "",
    "cdk-nag": dependencies["cdk-nag"] ?? "",
  };
}
