/** Runs a script's main function; an error is told in one sentence and gives exit code 1. `DEBUG` adds the stack. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    console.error(process.env["DEBUG"] ? known : known.message);
    process.exitCode = 1;
  });
}
