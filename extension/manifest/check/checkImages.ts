import type { Field } from "../fields";
import { t } from "../l10n";
import type { Summary } from "../meaning/summarize";
import { type Problem, problemCodes } from "../problem";
import type { PlacedEntry } from "../syntax/place";
import type { FoundComponent } from "./checkComponents";
import type { FoundEnvironment } from "./checkEnvironments";

/** Amazon's registry in an account, in any partition; its public gallery is on the internet like all others. */
const inAccount = /^[0-9]{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//;

/**
 * Images that a network without a way to the internet keeps its tasks from: they would wait for them, and then fail.
 * Those of environments are looked at as well.
 */
export function checkImages(
  network: Field | undefined,
  components: Iterable<FoundComponent>,
  environments: readonly FoundEnvironment[],
): readonly Problem[] {
  if (network?.get("egress")?.text !== "endpoints" || network.get("vpc") !== undefined) return [];
  return [
    ...[...components].flatMap(({ unit: { name, summary }, entry }) => unreachable(name, summary, entry)),
    ...environments.flatMap(({ unit, entry }) =>
      unit.overrides.flatMap(({ name, summary }) => unreachable(name, summary, entry)),
    ),
  ];
}

function unreachable(name: string, summary: Summary | undefined, { placed }: PlacedEntry): readonly Problem[] {
  const image = summary?.image;
  if (image === undefined || inAccount.test(image.name)) return [];
  const message = t`\`${name}\` cannot fetch this image: with \`egress: endpoints\` there is no way to the internet. Copy it to Amazon ECR in this account, or choose another \`egress\`.`;
  const code = "unreachable-image";
  return [{ code, severity: problemCodes[code], message, range: placed.range(image.range), component: name }];
}
