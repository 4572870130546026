import type { Service } from "../service";
import type { Output } from "../wire/encodeXml";
import type { Input } from "../wire/parseQuery";

/** One request to an operation. */
export interface Call {
  readonly input: Input;
  readonly region: string;
  readonly service: Service;
}

/** Answers a request; undefined for operations that answer nothing. Throws a `CloudError`. */
export type Operation = (call: Call) => Output;
