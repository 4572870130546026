import { t } from "../../../manifest/l10n";
import type { Unit } from "../../estimate";

/** What a resource costs for as long as it is there. */
export interface Line {
  /** "2 NAT gateways", from how many there are; lines of one component and one kind are added up before it is asked. */
  readonly text: (count: Quantity) => string;
  /** Distinguishes lines that cannot be added up, such as tasks of different sizes. */
  readonly kind: string;
  /** How many there are. Absent when the template does not say: then the price is unknown. */
  readonly count?: Quantity;
  /** Names of the price in the price list, the most exact first. None: nobody knows. */
  readonly keys: readonly string[];
  readonly unit: Unit["name"];
  /** How many units one of them takes in a month. */
  readonly units: number;
}

export interface Quantity {
  readonly idle: number;
  readonly maximum: number;
}

/** What is paid by use: it is said, but in no sum. */
export interface UsageLine {
  readonly text: string;
  readonly unit: Unit["name"];
  readonly keys: readonly string[];
  /** Several prices that make one, each with how many units it takes; instead of `keys`. */
  readonly parts?: readonly { readonly keys: readonly string[]; readonly units: number }[];
}

export interface Priced {
  readonly lines?: readonly Line[];
  readonly usage?: readonly UsageLine[];
}

export const always = (count: number): Quantity => ({ idle: count, maximum: count });

/** "2", or "2 to 6". */
export const range = ({ idle, maximum }: Quantity): string => (idle === maximum ? `${idle}` : t`${idle} to ${maximum}`);

/** "a NAT gateway", "2 NAT gateways", "2 to 6 NAT gateways". */
export const counted =
  (one: string, many: string) =>
  (count: Quantity): string =>
    count.idle === 1 && count.maximum === 1 ? one : `${range(count)} ${many}`;
