import type { FieldModel } from "./fieldModel";
import { BooleanField } from "./fields/BooleanField";
import { ChoiceField } from "./fields/ChoiceField";
import { CommandField } from "./fields/CommandField";
import { ConnectionsField } from "./fields/ConnectionsField";
import { ListField } from "./fields/ListField";
import { MapField } from "./fields/MapField";
import { NumericField } from "./fields/NumericField";
import { RoutesField } from "./fields/RoutesField";
import { ScaleField } from "./fields/ScaleField";
import { SecretsField } from "./fields/SecretsField";
import { StringField } from "./fields/StringField";
import { Section } from "./Section";

const editors = {
  text: StringField,
  number: NumericField,
  boolean: BooleanField,
  choice: ChoiceField,
  command: CommandField,
  list: ListField,
  map: MapField,
  secrets: SecretsField,
  connections: ConnectionsField,
  scale: ScaleField,
  routes: RoutesField,
};

/** The editor that fits a field's kind. A group is a section with an editor for each of its fields. */
export function FieldEditor({ model }: { readonly model: FieldModel }) {
  if (model.kind === "group") {
    return (
      <Section id={`group:${model.path.join(".")}`} title={model.title} description={model.description}>
        {model.fields.map((field) => (
          <FieldEditor key={field.path.join(".")} model={field} />
        ))}
      </Section>
    );
  }
  const Editor = editors[model.kind];
  return <Editor model={model} />;
}
