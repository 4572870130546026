import type { ReactNode } from "react";
import { strings } from "../../strings";
import type { Field } from "../useField";
import { EntryName } from "./EntryName";
import { EntryReset } from "./EntryReset";
import { entriesOf, type MapEntry } from "./useEntries";

interface EntryRowsProps {
  readonly field: Field;
  readonly className: string;
  /** Beside the name. */
  readonly value?: (entry: MapEntry) => ReactNode;
  /** Below the name. */
  readonly details?: (entry: MapEntry) => ReactNode;
  /** The row for a new one. */
  readonly children: ReactNode;
}

/** The entries of a map: each with its name, its value and its way out. Names that come from the base are changed there. */
export function EntryRows({ field, className, value, details, children }: EntryRowsProps) {
  const entries = entriesOf(field);
  return (
    <div className="rows">
      {entries.map((entry) => (
        <div className={`row ${className}${entry.isOwn ? "" : " inherited"}`} key={entry.key}>
          <EntryName
            label={strings.inspector.nameOf(entry.key)}
            value={entry.key}
            taken={entries.map(({ key }) => key)}
            rule={field.model.schema.propertyNames}
            isDisabled={field.isDisabled || !entry.isOwn || entry.isInBase}
            onName={(name) => field.rename(entry.key, name)}
          />
          {value?.(entry)}
          <EntryReset field={field} entry={entry} />
          {details?.(entry)}
        </div>
      ))}
      {!field.isDisabled && children}
    </div>
  );
}

interface NewEntryNameProps {
  readonly field: Field;
  readonly value?: string;
  readonly onName: (name: string) => void;
}

/** The name of an entry that is not written yet. */
export function NewEntryName({ field, value = "", onName }: NewEntryNameProps) {
  return (
    <EntryName
      label={strings.inspector.addItem(field.model.title)}
      value={value}
      placeholder={strings.inspector.add}
      taken={entriesOf(field).map(({ key }) => key)}
      rule={field.model.schema.propertyNames}
      isDisabled={false}
      onName={onName}
    />
  );
}
