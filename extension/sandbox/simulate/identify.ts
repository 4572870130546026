import type { ResourceSpecification } from "../../targets/aws/specification/read";
import type { Json } from "../state/json";
import { compute } from "./identities/compute";
import { data } from "./identities/data";
import type { Identify, Identity } from "./identities/identity";
import { network } from "./identities/network";
import { security } from "./identities/security";
import { arn, generatedName, hex, property, type Subject, uuid } from "./subject";

/** Types whose identity the general rule would not guess. */
const identities: ReadonlyMap<string, Identify> = new Map([...compute, ...data, ...network, ...security]);

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

/** The general rule: a name that the template gives, an ARN or an id where `Ref` gives one, else a generated name. */
function guess(subject: Subject, specification: ResourceSpecification | undefined): Identity {
  const [, service = "service", resource = "resource"] = subject.type.split("::");
  const identifier = specification?.identifiers[0]?.split("/").at(-1) ?? "Name";
  const given = property(subject, identifier);
  if (given !== undefined) {
    return { physicalId: given };
  }
  if (/Arn$/i.test(identifier)) {
    return { physicalId: arn(subject, service.toLowerCase(), `${kebab(resource)}/${generatedName(subject, 64)}`) };
  }
  return { physicalId: /Id$/.test(identifier) ? `${kebab(resource)}-${hex(subject, 17)}` : generatedName(subject, 64) };
}

function guessAttribute(subject: Subject, name: string, physicalId: string): Json {
  const [, service = "service", resource = "resource"] = subject.type.split("::");
  const last = name.split(".").at(-1) ?? name;
  const given = subject.properties[name];
  if (given !== undefined) {
    return given;
  }
  if (/Arn$/i.test(last)) {
    const isArn = physicalId.startsWith("arn:");
    return isArn ? physicalId : arn(subject, service.toLowerCase(), `${kebab(resource)}/${physicalId}`);
  }
  if (/^(Port|.*Port)$/.test(last)) {
    return property(subject, "Port") ?? "443";
  }
  if (/(Address|DNSName|DnsName|DomainName|Endpoint|Url|URL)$/.test(last)) {
    return `${kebab(subject.logicalId)}-${hex(subject, 8, name)}.${service.toLowerCase()}.${subject.region}.amazonaws.com`;
  }
  if (/^(Id|Name)$/.test(last) || last === `${resource}Id` || last === `${resource}Name`) {
    return physicalId;
  }
  return /Id$/.test(last) ? uuid(subject) : `${kebab(subject.logicalId)}-${kebab(last)}`;
}

/** The physical id of a resource about to be made, and the values of all attributes that its type has. */
export function identify(
  subject: Subject,
  specification: ResourceSpecification | undefined,
): { readonly physicalId: string; readonly attributes: Readonly<Record<string, Json>> } {
  const special = identities.get(subject.type.startsWith("Custom::") ? "Custom::" : subject.type);
  const identity = special?.(subject) ?? guess(subject, specification);
  const attributes: Record<string, Json> = {};
  for (const name of specification?.attributes ?? []) {
    attributes[name] = guessAttribute(subject, name, identity.physicalId);
  }
  return { physicalId: identity.physicalId, attributes: { ...attributes, ...identity.attributes } };
}
