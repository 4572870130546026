import type { FromGallery, ListedPackage, PackageDetails } from "../../extension/protocol/gallery";
import type { Picture } from "../../extension/protocol/messages";
import { inShort } from "../../extension/targets/money";
import { Button } from "../controls/Button";
import { TemplatePreview } from "../shell/TemplatePreview";
import { strings } from "../strings";
import { Icon } from "./Icon";
import { MadeOf } from "./MadeOf";
import { Parameters } from "./Parameters";

interface DetailsProps {
  readonly listed: ListedPackage;
  readonly details: PackageDetails;
  readonly send: (message: FromGallery) => void;
}

/** One package: what it is, what it would become with the values that are chosen, and the way to install it. */
export function Details({ listed, details, send }: DetailsProps) {
  const { title, description, icon } = listed;
  const {
    name,
    version,
    appVersion,
    licence,
    deprecated,
    next,
    picture,
    values,
    wrong,
    linked,
    source,
    brings = [],
  } = details;
  const price = picture?.price;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <section className="gallery-details" aria-labelledby="gallery-name">
      {source !== undefined && <Notice icon="repo" text={strings.gallery.source(source)} />}
      {linked.length > 0 && <Notice icon="link" text={strings.gallery.from} />}
      {deprecated !== undefined && <Notice icon="warning" text={deprecated} />}
      <header className="gallery-head">
        <Icon svg={icon} size={56} />
        <div className="gallery-head-text">
          <h2 id="gallery-name">{title}</h2>
          <p>{description}</p>
          <p className="gallery-facts">
            <span>{strings.gallery.version(appVersion)}</span>
            <span>{licence}</span>
            <button type="button" className="text-button" onClick={() => send({ type: "openHomepage", name })}>
              {strings.gallery.homepage}
            </button>
            <span>{strings.gallery.package(version)}</span>
          </p>
        </div>
        <div className="gallery-action">
          <Button
            appearance="primary"
            title={strings.gallery.installTitle}
            disabled={isWrong}
            onPress={() => send({ type: "install", name, values })}
          >
            {strings.gallery.install}
          </Button>
          {price !== undefined && (
            <div className="gallery-price" title={strings.gallery.priceTitle(price.asOf)}>
              {strings.gallery.price(inShort(price.idle, price.maximum), picture?.region ?? "")}
            </div>
          )}
        </div>
      </header>
      <Parameters details={details} onValues={(chosen) => send({ type: "configure", name, values: chosen })} />
      {picture !== undefined && (
        <>
          <h3>{strings.gallery.topology}</h3>
          <div className="gallery-topology">
            <TemplatePreview components={picture.components} links={drawnLinks(picture)} isNamed />
          </div>
          <MadeOf picture={picture} />
          {brings.length > 0 && <p className="gallery-brings">{strings.gallery.brings(brings)}</p>}
        </>
      )}
      {next !== undefined && (
        <>
          <h3>{strings.gallery.next}</h3>
          <p className="gallery-next">{next}</p>
        </>
      )}
    </section>
  );
}

/** Who mentions the entrance only needs to know the application's address. */
function drawnLinks({ components, edges }: Picture): Picture["edges"] {
  const entrances = new Set(components.filter(({ type }) => type === "load-balancer").map(({ name }) => name));
  return edges.filter(({ kind, to }) => kind !== "reference" || !entrances.has(to));
}

function Notice({ icon, text }: { readonly icon: string; readonly text: string }) {
  return (
    <p className="gallery-notice" role="note">
      <span className={`codicon codicon-${icon}`} aria-hidden="true" />
      {text}
    </p>
  );
}
