import { attempt, binary } from "./setup/command";
import { runMain } from "./setup/main";

/** Checks format and lint; `--write` mends what can be mended. */
runMain(async () => {
  const result = await attempt(...binary("@biomejs/biome", "biome", ["check", ...process.argv.slice(2)]), {
    show: true,
  });
  process.exitCode = result.code ?? 1;
});
