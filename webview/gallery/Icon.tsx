/** A package's drawing. As a picture it runs nothing and loads nothing, whoever has drawn it. */
export function Icon({ svg, size }: { readonly svg: string; readonly size: number }) {
  if (svg === "")
    return <span className="codicon codicon-package gallery-icon" style={{ fontSize: size }} aria-hidden="true" />;
  return (
    <img
      className="gallery-icon"
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      width={size}
      height={size}
      alt=""
      draggable={false}
    />
  );
}
