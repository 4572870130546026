import { judge } from "../test/language/board/judge";
import { ours } from "../test/language/board/ours";
import { readBoard } from "../test/language/board/read";
import { installPeers } from "./bench/peers";
import { sameMeaning } from "./board/sameMeaning";
import { table, type Verdict } from "./board/table";
import { theirs } from "./board/theirs";
import { runMain } from "./setup/main";

/** Prints how ours and yaml-language-server answer each typing state. `--ours` leaves the peer out, `--why` says what is wrong. */
runMain(async () => {
  const why = process.argv.includes("--why");
  const peer = process.argv.includes("--ours") ? undefined : theirs(await installPeers());
  const verdicts: Verdict[] = [];
  for (const state of readBoard()) {
    const mine = judge(state, ours(state.text, state.cursor));
    const other = peer && judge(state, await peer(state.text, state.cursor), sameMeaning);
    verdicts.push({ name: state.name, title: state.title, ours: mine, peer: other });
    if (why) for (const fault of mine) console.log(`${state.name}: ${fault}`);
  }
  console.log(table(verdicts));
  if (verdicts.some(({ ours }) => ours.length > 0)) process.exitCode = 1;
});
