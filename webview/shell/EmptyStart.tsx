import { templates } from "../../extension/manifest/catalog/templates";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { begin } from "./begin";
import { TemplatePreview } from "./TemplatePreview";
import "./start.css";

/** What an application without components shows: how to begin. */
export function EmptyStart() {
  const controller = useController();
  const isEmpty = useCanvas((state) => state.picture?.components.length === 0 && state.picture.readable);
  const isEditable = useEditable();
  if (!isEmpty) return null;
  return (
    <section className="start nokey" aria-labelledby="start-title">
      <div className="start-box">
        <h2 id="start-title">{strings.start.title}</h2>
        <p>{isEditable ? strings.start.body : strings.start.readOnly}</p>
        {isEditable && (
          <div className="start-items">
            {templates.map((template) => (
              <button
                key={template.id}
                type="button"
                className="start-item"
                onClick={() => void begin(controller, template)}
              >
                <TemplatePreview {...template} />
                <span className="start-title">{template.title}</span>
                <span className="start-description">{template.description}</span>
              </button>
            ))}
          </div>
        )}
        {isEditable && (
          <p className="start-more">
            {strings.start.more}{" "}
            <button type="button" className="text-button" onClick={() => controller.send({ type: "import" })}>
              {strings.start.importApplication}
            </button>
            <br />
            {strings.start.packages}{" "}
            <button type="button" className="text-button" onClick={() => controller.send({ type: "browsePackages" })}>
              {strings.start.browsePackages}
            </button>
          </p>
        )}
      </div>
    </section>
  );
}
