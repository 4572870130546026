import { expect } from "vitest";
import { deploy, plan, review } from "../driver/deployment";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

/** The shop under another name, so that each scenario deploys a stack of its own. */
const called = (name: string): string => shop.replace("name: shop", `name: ${name}`);

inEachVscode("the inspector and the plan", { newestOnly: true }, (window) => {
  feature(44, async () => {
    const text = `${shop}  nightly:
    type: cron
    image: example/report:1
    schedule: "cron(0 3 * * ? *)"
`;
    const { document, canvas } = await openBoth(window(), text);
    const field = (name: string) => canvas.inspector.getByLabel(name, { exact: true }).first();
    const forms = {
      web: ["Image", "Port"],
      nightly: ["Image", "Schedule"],
      db: ["Version", "Size"],
      edge: ["Domain"],
    } as const;
    const all = new Set(Object.values(forms).flat());
    for (const [name, own] of Object.entries(forms)) {
      await canvas.select(name);
      for (const label of own) await field(label).waitFor();
      const others = [...all].filter((label) => !own.some((each) => each === label));
      for (const label of others) expect(await field(label).count(), `${label} of ${name}`).toBe(0);
    }
    await canvas.select("nightly");
    await canvas.fill("Schedule", "rate(1 day)");
    expect(await document.saved((now) => now !== text)).toMatch(/schedule: "?rate\(1 day\)"?/);
  });

  feature(45, async () => {
    const { canvas } = await openBoth(window(), shop.replace("connections: [db]", "connections: [cache]"));
    await canvas.card("web").getByRole("img", { name: "1 error" }).waitFor();
    await canvas.toolbar.getByRole("button", { name: "1 problem" }).click();
    const list = canvas.frame.getByRole("dialog", { name: "Problems" });
    expect(await list.textContent()).toContain("cache");
    await list.getByRole("button").click();
    const at = window().page.locator("#status\\.editor\\.selection");
    await until("the line of the problem", async () => /Ln 15\b/.test((await at.textContent()) ?? ""));
    // The cursor stands before the wrong name.
    await window().keyboard.press("Mod+Delete");
    await window().keyboard.type("db");
    await canvas.toolbar.getByRole("button", { name: "No problems" }).waitFor();
    expect(await canvas.card("web").getByRole("img", { name: /error/ }).count()).toBe(0);
  });

  feature(46, async () => {
    const { document } = await openBoth(window(), called("counted"));
    const deployed = await document.onDisk();
    const canvas = await deploy(window());
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    await canvas.fill("Image", "nginx:1.28");
    await canvas.press("2 changes since the last deployment");
    const changes = canvas.frame.getByRole("complementary", { name: "Changes" });
    const port = changes.locator(".edited-field").filter({ hasText: "port" });
    expect(await port.locator(".before").textContent()).toBe("80");
    expect(await port.locator(".after").textContent()).toBe("8080");
    await changes.getByRole("button", { name: "Put port back to what is deployed" }).click();
    await canvas.toolbar.getByRole("button", { name: "1 change since the last deployment" }).waitFor();
    const text = await document.saved((now) => now.includes("nginx:1.28") && now.includes("port: 80\n"));
    expect(text).toBe(deployed.replace("nginx:1.27", "nginx:1.28"));
  });

  feature(47, async () => {
    const secret = (value: string) =>
      called("discreet").replace("port: 80", `port: 80\n    env: { API_TOKEN: ${value} }`);
    const { document } = await openBoth(window(), secret("hunter2-before"));
    const canvas = await deploy(window());
    await document.focus();
    await window().run("Stackwright: Plan & Deploy…");
    await canvas.deployment.getByText("Nothing to deploy", { exact: true }).waitFor();
    await document.goTo(15);
    await window().keyboard.press("End", "ArrowLeft", "ArrowLeft");
    await window().keyboard.type("-after");
    expect(await plan(window())).not.toContain("hunter2");
    await window().confirm("Review on Canvas");
    const web = canvas.deployment.getByRole("heading", { level: 3, name: /web/ });
    await web.waitFor();
    for (const each of await canvas.deployment.locator('[aria-expanded="false"]').all()) await each.click();
    const said = (await canvas.deployment.textContent()) ?? "";
    expect(said).toMatch(/TaskDefinition/);
    expect(said).not.toContain("hunter2");
  });

  feature(49, async () => {
    const { document } = await openBoth(window(), called("marked"));
    const canvas = await deploy(window());
    const deployed = await document.onDisk();
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    await canvas.card("web").getByText("1 field changed since deployed").waitFor();
    expect(await canvas.card("db").textContent()).not.toContain("changed since");
    await document.focus();
    await window().keyboard.press("Mod+z");
    await canvas.card("web").getByText("changed since deployed").waitFor({ state: "detached" });
    expect(await document.saved(() => true)).toBe(deployed);
  });
});

inEachVscode("a deployment that takes its time", { newestOnly: true, speed: 8 }, (window) => {
  feature(48, async () => {
    await openBoth(window(), called("watched"));
    const canvas = await review(window());
    for (const name of cards)
      await canvas
        .card(name)
        .getByText(/\d+ to add/)
        .waitFor();
    await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
    // A database takes longest: while it is under way, what needs it waits, and each card says so.
    await canvas.card("db").locator(".card-status.tone-working").waitFor();
    expect(await canvas.card("web").locator(".card-status").textContent()).not.toMatch(/Created/);
    await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 40_000 });
    for (const name of cards) await canvas.card(name).getByText("Created").waitFor();
  });

  feature(50, async () => {
    await openBoth(window(), called("awaited"));
    const canvas = await review(window());
    await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
    const bar = canvas.frame.getByRole("progressbar", { name: "Deploying" });
    const values: number[] = [];
    await until(
      "the end",
      async () => {
        const value = await bar.getAttribute("aria-valuenow", { timeout: 300 }).catch(() => null);
        if (value !== null) values.push(Number(value));
        return canvas.deployment.getByText("Deployed", { exact: true }).isVisible();
      },
      40_000,
    );
    expect(values).toEqual([...values].sort((left, right) => left - right));
    expect(new Set(values).size).toBeGreaterThan(2);
  });
});
