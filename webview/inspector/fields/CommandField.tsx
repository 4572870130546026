import { Switch } from "../../controls/Switch";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { useField } from "../useField";
import { show } from "../values";
import { ListEditor } from "./ListEditor";
import { toList } from "./ListField";

/** A command: a text that a shell runs, or the list of arguments as they are. */
export function CommandField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const isList = Array.isArray(field.value);
  const change = (kind: "shell" | "arguments") => {
    if (kind === "arguments") field.set(show(field.value).split(/\s+/).filter(Boolean));
    else field.set(toList(field.value).map(quote).join(" "));
  };
  const aside =
    field.value === undefined ? undefined : (
      <Switch
        label={strings.inspector.commandKind(model.title)}
        value={isList ? "arguments" : "shell"}
        options={[
          { value: "shell", label: strings.inspector.shell },
          { value: "arguments", label: strings.inspector.arguments },
        ]}
        disabled={field.isDisabled}
        onValue={change}
      />
    );
  return (
    <FieldRow field={field} aside={aside}>
      {isList ? (
        <ListEditor
          title={model.title}
          items={toList(field.value)}
          isDisabled={field.isDisabled}
          onItems={(items) => (items.length === 0 ? field.reset() : field.set(items))}
        />
      ) : (
        <TextField
          label={model.title}
          value={show(field.own)}
          placeholder={placeholderOf(field)}
          disabled={field.isDisabled}
          invalid={field.isInvalid}
          onValue={(value) => (value === "" ? field.reset() : field.set(value))}
        />
      )}
    </FieldRow>
  );
}

/** As a POSIX shell reads it back. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
