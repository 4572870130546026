import type { Json } from "../../state/json";
import { generatedName, hex, property, type Subject } from "../subject";

/** What a resource is called once made, and what `Fn::GetAtt` gives for it beyond the general rule. */
export interface Identity {
  readonly physicalId: string;
  readonly attributes?: Readonly<Record<string, Json>>;
}

export type Identify = (subject: Subject) => Identity;

/** A resource with a generated id of this prefix, which one of its attributes gives as well. */
export function prefixed(
  prefix: string,
  attribute: string,
  more: (subject: Subject) => Readonly<Record<string, Json>> = () => ({}),
): Identify {
  return (subject) => {
    const physicalId = `${prefix}-${hex(subject, 17)}`;
    return { physicalId, attributes: { [attribute]: physicalId, ...more(subject) } };
  };
}

/** A resource with a name that the template may give; `at` is the longest name allowed. */
export function named(
  nameProperty: string,
  at: number,
  more: (subject: Subject, name: string) => Readonly<Record<string, Json>>,
  lower = false,
): Identify {
  return (subject) => {
    const given = property(subject, nameProperty) ?? generatedName(subject, at);
    const physicalId = lower ? given.toLowerCase() : given;
    return { physicalId, attributes: more(subject, physicalId) };
  };
}
