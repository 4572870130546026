import { clientOf, start } from "../support/start";
import { clientsOf, serviceTemplate } from "./ground";

/** So slow that nothing goes on by itself while a test asks, however busy the machine is. */
const speed = 0.05;

/** Deployed, with a clock that is moved instead of waited for, in seconds at the pace of a demonstration. */
export async function moving(body = serviceTemplate()) {
  const sandbox = await start({ speed });
  const client = clientOf(sandbox);
  await client.createStack({ StackName: "shop", TemplateBody: body });
  const advance = (seconds: number) => sandbox.controls?.advance(seconds / speed);
  advance(120);
  return { sandbox, client, advance, ...clientsOf(sandbox) };
}
