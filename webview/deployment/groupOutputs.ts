import type { Output } from "../../extension/deploy/types";

export interface OutputGroup {
  /** Absent for those of the whole application. */
  readonly component?: string;
  readonly outputs: readonly Output[];
}

/** Where a browser can go. What the host opens is checked there once more. */
export function isAddress({ value }: Pick<Output, "value">): boolean {
  return /^https?:\/\//.test(value);
}

/** The addresses, for they are what one deploys for; the rest by component in the given order, the application's last. */
export function groupOutputs(
  outputs: readonly Output[],
  order: readonly string[],
): { readonly addresses: readonly Output[]; readonly groups: readonly OutputGroup[] } {
  const members = new Map<string | undefined, Output[]>();
  for (const output of outputs.filter((each) => !isAddress(each))) {
    const list = members.get(output.component);
    if (list === undefined) members.set(output.component, [output]);
    else list.push(output);
  }
  const places = new Map(order.map((name, index) => [name, index]));
  const placeOf = ({ component }: OutputGroup) =>
    component === undefined ? order.length + 1 : (places.get(component) ?? order.length);
  const groups = [...members].map(
    ([component, list]): OutputGroup => ({ ...(component === undefined ? {} : { component }), outputs: list }),
  );
  return { addresses: outputs.filter(isAddress), groups: groups.sort((left, right) => placeOf(left) - placeOf(right)) };
}
