import type { Field } from "../fields";
import { t } from "../l10n";
import type { Range } from "../problem";
import { report, type Walk } from "../shape/report";

/**
 * Whether a load balancer's domain can be served over HTTPS. A certificate that is issued automatically has to be
 * proved through DNS; without the zone, a deployment would stand still until somebody wrote the record by hand.
 */
export function checkEntrance(walk: Walk, field: Field, key: Range): void {
  const name = walk.component ?? "";
  const domain = field.get("domain");
  const certificate = field.get("certificate");
  const zone = field.get("hostedZone");
  if (domain !== undefined) {
    if (zone !== undefined || (certificate?.text ?? "auto") !== "auto") return;
    const message = t`\`${name}\` has a domain, and nothing to prove it with. Add the \`hostedZone\` of the domain, or the ARN of a \`certificate\`.`;
    report(walk, "missing-key", domain.keyRange, message, { data: { keys: ["hostedZone"] } });
    return;
  }
  const written = certificate ?? zone;
  if (written !== undefined) {
    const what = certificate === undefined ? "hostedZone" : "certificate";
    const message = t`\`${what}\` does nothing without a \`domain\`.`;
    report(walk, "missing-key", written.keyRange, message, { data: { keys: ["domain"] } });
    return;
  }
  const message = t`\`${name}\` answers over plain HTTP: whoever is on the way can read and change what is sent. Add a \`domain\`.`;
  report(walk, "plain-http", key, message);
}
