import type { Service } from "../service";
import type { JsonInput } from "./jsonInput";

/** What an operation answers. Undefined members are left out; instants are seconds since 1970, as JSON 1.1 has them. */
export type JsonOutput =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly JsonOutput[]
  | { readonly [name: string]: JsonOutput };

/** One request to an operation of a service that speaks AWS JSON. */
export interface JsonCall {
  readonly input: JsonInput;
  readonly region: string;
  readonly service: Service;
  /** Where the client has reached the Sandbox: `http://127.0.0.1:4711`. */
  readonly origin: string;
}

/** Answers a request. Throws a `CloudError`. */
export type JsonOperation = (call: JsonCall) => { readonly [name: string]: JsonOutput };

/** A service, by the first part of `X-Amz-Target`. */
export interface JsonApi {
  /** What the service's permissions begin with. */
  readonly prefix: string;
  readonly target: string;
  readonly operations: ReadonlyMap<string, JsonOperation>;
}
