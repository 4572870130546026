import { describe, expect, test } from "vitest";
import { pseudo } from "../../scripts/l10n/pseudo";
import { englishIn } from "../vscode/driver/spoken";

describe("plain English among the pseudo-language", () => {
  const data = "name: shop\nimage: nginx:1.27\nenvironments: { staging: {} }";

  test.each(["Show Log", "failed", "Read-only", "3 tasks", `${pseudo("Plan")} of shop`, "Restarting…", "(none)"])(
    "is found: %s",
    (text) => {
      expect(englishIn([text], data)).toEqual([text]);
    },
  );

  test.each([
    pseudo("Show Log"),
    `shop: ${pseudo("3 tasks")}`,
    "staging",
    pseudo("Connect to `web` with `connections`"),
    "db.t4g.micro",
    "CREATE_COMPLETE",
    "EdgeSecurityGroup",
    "us-east-1",
    "$24",
  ])("is not found: %s", (text) => {
    expect(englishIn([text], data)).toEqual([]);
  });
});
