import { memo } from "react";
import type { NodeProps } from "reactflow";
import { accentOf, iconOf, infoOf, labelOf, portsOf } from "../components/componentInfo";
import { isSameStatus } from "../deployment/componentStatus";
import { cardStatus } from "../edited/cardStatus";
import { PriceTag } from "../price/PriceTag";
import { useCanvas, useEditable } from "../state/hooks";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import { CardStatus } from "./CardStatus";
import { Port } from "./Port";
import { ProblemBadge } from "./ProblemBadge";
import "./card.css";

/** One component: what it is, what it is called, what it amounts to, what is wrong with it, and how it is doing. */
export const Card = memo(function Card({ data, isConnectable }: NodeProps<CardNode>) {
  const { component, problems } = data;
  const { name, type, price, position } = component;
  const status = useCanvas((state) => cardStatus(state, name), isSameStatus);
  const isEditable = useEditable();
  const ports = portsOf(type);
  const subtitle = infoOf(type) === undefined ? strings.card.unknownType(type) : component.summary || labelOf(type);
  return (
    <div className="card" style={{ ["--accent" as string]: accentOf(type) }}>
      <Port
        type="target"
        isPossible={ports.in}
        isConnectable={isConnectable && isEditable}
        title={strings.card.portIn(name)}
      />
      <div className="card-icon" title={labelOf(type)}>
        <span className={`codicon codicon-${iconOf(type)}`} aria-hidden="true" />
      </div>
      <div className="card-text">
        <div className="card-name" title={name}>
          {name}
          {position !== undefined && (
            <span className="codicon codicon-pinned card-pin" title={strings.layout.byHand} aria-hidden="true" />
          )}
        </div>
        <div className="card-summary" title={subtitle}>
          {subtitle}
        </div>
        {price !== undefined && <PriceTag price={price} />}
      </div>
      {problems.length > 0 && <ProblemBadge problems={problems} />}
      {status !== undefined && <CardStatus status={status} />}
      <Port
        type="source"
        isPossible={ports.out}
        isConnectable={isConnectable && isEditable}
        title={strings.card.portOut(name)}
      />
    </div>
  );
});
