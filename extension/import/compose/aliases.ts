import { entriesOf, get, itemsOf, textAt, textOf, type Value } from "../value";

/** Other names under which a service is found in its networks. */
export function aliasesOf(name: string, service: Value): readonly string[] {
  const networks = entriesOf(get(service, "networks")).flatMap(([, network]) => itemsOf(get(network, "aliases")));
  const all = [textAt(service, "container_name"), textAt(service, "hostname"), ...networks.map(textOf)];
  return [...new Set(all.filter((each): each is string => each !== undefined && each !== name && each !== ""))];
}

/** `links: [db:database]` gives a service a second name. */
export function linksOf(service: Value): readonly (readonly [service: string, alias: string])[] {
  return itemsOf(get(service, "links")).flatMap((item) => {
    const [name = "", alias = name] = (textOf(item) ?? "").split(":");
    return name === "" ? [] : [[name, alias] as const];
  });
}
