import { useState } from "react";
import type { Schema } from "../../../extension/manifest/schema";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";

interface EntryNameProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly taken: readonly string[];
  /** What the schema says about keys. */
  readonly rule: Schema | undefined;
  readonly isDisabled: boolean;
  readonly onName: (name: string) => void;
  readonly focus?: number | undefined;
}

/** A map's key. One that cannot be, or that is there already, is refused before anything is written. */
export function EntryName({ label, value, placeholder, taken, rule, isDisabled, onName, focus }: EntryNameProps) {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const check = (name: string): string | undefined => {
    if (name === value || name === "") return undefined;
    if (taken.includes(name)) return strings.inspector.nameExists(name);
    const isAllowed = rule?.pattern === undefined || new RegExp(rule.pattern, "u").test(name);
    return isAllowed ? undefined : strings.inspector.nameNotAllowed(rule?.["x-message"]);
  };
  return (
    <div className="entry-name">
      <TextField
        label={label}
        value={value}
        placeholder={placeholder}
        disabled={isDisabled}
        invalid={refused !== undefined}
        focus={focus}
        onDraft={(draft) => setRefused(draft === undefined ? undefined : check(draft))}
        onValue={(name) => {
          if (name !== "" && check(name) === undefined) onName(name);
        }}
      />
      {refused !== undefined && <div className="field-message">{refused}</div>}
    </div>
  );
}
