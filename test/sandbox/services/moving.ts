import { clientOf, start } from "../support/start";
import { clientsOf, serviceTemplate } from "./ground";

/** Deployed at the pace of a demonstration, with a clock that is moved instead of waited for. */
export async function moving(body = serviceTemplate()) {
  const sandbox = await start({ speed: 1 });
  const client = clientOf(sandbox);
  await client.createStack({ StackName: "shop", TemplateBody: body });
  const advance = (seconds: number) => sandbox.controls?.advance(seconds);
  advance(120);
  return { sandbox, client, advance, ...clientsOf(sandbox) };
}
