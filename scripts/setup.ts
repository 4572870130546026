import { missingIn, setupAll } from "./setup/all";
import { runMain } from "./setup/main";

/** Gets everything that the tests need; a second run only checks. */
runMain(async () => {
  const started = performance.now();
  const tools = await setupAll();
  for (const part of missingIn(tools)) console.log(`Missing: ${part.message}`);
  console.log(`Set up in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
});
