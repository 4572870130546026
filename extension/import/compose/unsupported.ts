import { t } from "../../manifest/l10n";
import { unsupportedData } from "../images";
import { get, isTrue, itemsOf, type Place, textAt, textOf, type Value } from "../value";

export interface Unsupported {
  readonly place: Place;
  readonly field: string;
  /** Why nothing like it is made, in a sentence. */
  readonly reason: string;
  /** Holds the application's data, so that nothing of it works without. */
  readonly data: boolean;
  /** For a container that is kept all the same. */
  readonly port?: number;
}

/** What of a service cannot be had where containers share no machine; undefined when there is nothing of the kind. */
export function unsupportedIn(name: string, service: Value): Unsupported | undefined {
  const image = textAt(service, "image");
  const data = image === undefined ? undefined : unsupportedData(image);
  if (data !== undefined) {
    const place = get(service, "image")?.place ?? service.place;
    const reason = t`${name} is ${data.what}, and there is no managed component for it.`;
    return { place, field: "image", reason, data: true, port: data.port };
  }
  const socket = itemsOf(get(service, "volumes")).find((item) =>
    /docker\.sock/.test(textOf(item) ?? textAt(item, "source") ?? ""),
  );
  if (socket !== undefined) {
    return {
      place: socket.place,
      field: "volumes",
      reason: t`${name} uses Docker's socket, which would give it the whole machine; there is no machine to give.`,
      data: false,
    };
  }
  const host = ["network_mode", "pid", "ipc"].find((key) => textAt(service, key) === "host");
  if (host !== undefined) {
    const place = get(service, host)?.place ?? service.place;
    return {
      place,
      field: host,
      reason: t`${name} shares the machine's own network or processes; a container in the cloud has its own.`,
      data: false,
    };
  }
  const privileged = get(service, "privileged");
  if (isTrue(privileged)) {
    return {
      place: privileged?.place ?? service.place,
      field: "privileged",
      reason: t`${name} wants to be privileged, which AWS Fargate refuses.`,
      data: false,
    };
  }
  const devices = get(service, "devices");
  if (itemsOf(devices).length > 0) {
    return {
      place: devices?.place ?? service.place,
      field: "devices",
      reason: t`${name} wants devices of the machine; a container in the cloud has none.`,
      data: false,
    };
  }
  return undefined;
}
