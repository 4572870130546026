import type { Field } from "../fields";
import { t } from "../l10n";
import { report, type Walk } from "../shape/report";

/** What a network is asked for twice: of its own, or as one that exists. */
export function checkNetwork(walk: Walk, network: Field): void {
  const vpc = network.get("vpc");
  for (const name of ["azs", "egress", "cidr"]) {
    const field = network.get(name);
    if (vpc === undefined || field === undefined) continue;
    const message = t`\`${name}\` describes a new network, and \`vpc\` names one that exists. Remove one of them.`;
    report(walk, "conflicting-keys", field.keyRange, message, {
      related: walk.via === undefined ? [{ range: vpc.keyRange, message: t`The existing network is here.` }] : [],
    });
  }
  const cidr = vpc === undefined ? network.get("cidr") : undefined;
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{2})$/.exec(cidr?.text ?? "");
  if (cidr === undefined || match === null) return;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  const octets = [a, b, c, d];
  if (octets.some((octet) => octet > 255)) {
    report(walk, "invalid-value", cidr.range, t`Each part of an address is from 0 to 255.`);
    return;
  }
  const size = 2 ** (32 - prefix);
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const base = address - (address % size);
  if (base === address) return;
  const text = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join(".");
  const message = t`A /${prefix} range cannot begin at ${octets.join(".")}; the one around it is ${text}/${prefix}.`;
  report(walk, "invalid-value", cidr.range, message, { data: { replacement: `${text}/${prefix}` } });
}
