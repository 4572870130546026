import { engineVersions, isPastSupport, seriesOf } from "../engineVersions";
import type { Field } from "../fields";
import { t } from "../l10n";
import { report, type Walk } from "../shape/report";
import { code, join } from "../shape/words";

/**
 * Whether there is such a version, and whether it is still supported. Never an error: the table ages, and must not keep
 * anybody from a version that came after it.
 */
export function checkVersion(walk: Walk, field: Field, engine: "postgres" | "mysql"): void {
  const version = field.get("version");
  const form = engine === "postgres" ? /^\d{2}(\.\d{1,2})?$/ : /^\d+\.\d+(\.\d+)?$/;
  if (version?.text === undefined || !form.test(version.text)) return;
  const series = seriesOf(engine, version.text);
  const names = engineVersions[engine].filter((one) => !isPastSupport(one)).map(({ name }) => name);
  const data = { data: { values: names, replacement: JSON.stringify(names.at(-1) ?? "") } };
  if (series === undefined) {
    const message = t`No version \`${version.text}\` was known on ${engineVersions.asOf}. There are ${join(names.map(code), "and")}.`;
    report(walk, "unknown-version", version.range, message, data);
  } else if (isPastSupport(series)) {
    const message = t`Standard support for \`${series.name}\` ended on ${series.supportedUntil}: it costs more, and may be upgraded by force. Use ${join(names.map(code))}.`;
    report(walk, "unsupported-version", version.range, message, { ...data, tags: ["deprecated"] });
  }
}
