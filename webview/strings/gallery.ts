import { t } from "../../extension/manifest/l10n";
import { count } from "./words";

export const gallery = {
  title: t`Packages`,
  search: t`Search packages`,
  list: t`Packages`,
  found: (number: number) => count(number, t`package`, t`packages`),
  none: (text: string) => t`No package is called “${text}” or like it.`,
  loading: t`Loading…`,
  choose: t`Choose a package to see what it is made of and what it costs.`,
  install: t`Install…`,
  installTitle: t`Puts its components into a manifest. Nothing is deployed.`,
  version: (version: string) => t`version ${version}`,
  package: (version: string) => t`package ${version}`,
  homepage: t`Homepage`,
  source: (address: string) =>
    t`From ${address}. It is not one of those that come with Stackwright: look at what it runs before you install it.`,
  from: t`A link has brought you here. Look at what it would install before you do: nothing has been done yet.`,
  fromLink: t`from the link`,
  price: (amount: string, region: string) => t`${amount} in ${region}`,
  priceTitle: (day: string) => t`AWS list prices of ${day}, without traffic, storage and requests beyond the first`,
  components: t`What it is made of`,
  brings: (titles: readonly string[]) => t`With ${titles.join(", ")}, which comes along because it is needed.`,
  topology: t`Topology`,
  parameters: t`Parameters`,
  next: t`Next steps`,
} as const;
