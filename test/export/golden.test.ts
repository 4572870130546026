import { expect, it } from "vitest";
import { exportTargets } from "../../extension/targets/export/all";
import { exportReadme } from "../../extension/targets/export/readme";
import { sampleText } from "../aws/samples";
import { exportAs, read } from "./read";

const app = read(sampleText("rails"), "production");

it.each(exportTargets.map(({ id }) => id))("writes the Rails sample for %s as one would read it", async (id) => {
  const target = exportTargets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`There is no target ${id}.`);
  const exported = exportAs(id, app);
  const files = new Map([...exported.files, [`${id}.md`, exportReadme(app, target, exported)]]);
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(`golden/${id}/${name}`);
});
