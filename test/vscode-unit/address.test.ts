import { expect, test } from "vitest";
import { addressOf, isWebAddress } from "../../extension/vscode/deploy/address";

const output = (value: string) => ({ key: value, label: value, value });

test("the first address of the web is the application's", () => {
  const outputs = [output("shop-db.example.com"), output("https://shop.example.com"), output("http://other")];
  expect(addressOf(outputs)).toBe("https://shop.example.com");
});

test("an application without one has none", () => {
  expect(addressOf([output("shop-db.example.com:5432")])).toBeUndefined();
  expect(addressOf([])).toBeUndefined();
});

test.each(["javascript:alert(1)", "file:///etc/passwd", "command:workbench.action.quit", "https://", " https://a"])(
  "%s is not opened",
  (value) => {
    expect(isWebAddress(value)).toBe(false);
  },
);
