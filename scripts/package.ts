import { parseArgs } from "node:util";
import { buildPackage } from "./package/vsix";
import { runMain } from "./setup/main";

/** Makes `stackwright-VERSION.vsix`, to be installed by `code --install-extension`. `--out FILE` names another file. */
runMain(async () => {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  console.log(await buildPackage(values.out));
});
