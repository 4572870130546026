import { run } from "./run";
import { processTerminal } from "./terminal";

// The SDK's advice about a later version of Node is for whoever builds Stackwright, not for whoever runs it.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
