import type { LoadBalancer } from "../../../manifest/app";
import type { Draft } from "../draft";
import { attribute, ref } from "../intrinsic";
import { idOf, partId } from "../logicalId";
import { at } from "../place";
import type { Value } from "../template";

/** The certificate of a load balancer with a domain: the given one, or one that proves itself through DNS. */
export function addCertificate(draft: Draft, balancer: LoadBalancer): Value {
  const { name, domains, certificate, hostedZone } = balancer;
  if (certificate !== "auto") return certificate;
  const [first = "", ...others] = domains;
  const proofs = domains.map((domain) => ({ DomainName: domain, HostedZoneId: hostedZone ?? "" }));
  const id = draft.add(at(name, "certificate"), idOf(name, "Certificate"), "AWS::CertificateManager::Certificate", {
    DomainName: first,
    ...(others.length > 0 && { SubjectAlternativeNames: others }),
    ValidationMethod: "DNS",
    ...(hostedZone !== undefined && { DomainValidationOptions: proofs }),
  });
  return ref(id);
}

/** An address record for each domain, where the zone is known. */
export function addRecords(draft: Draft, balancer: LoadBalancer): void {
  const { name, domains, hostedZone } = balancer;
  if (hostedZone === undefined) return;
  const id = idOf(name, "LoadBalancer");
  for (const domain of [...domains].sort()) {
    draft.add(at(name, "domain"), partId(name, "Record", domain), "AWS::Route53::RecordSet", {
      HostedZoneId: hostedZone,
      Name: domain,
      Type: "A",
      AliasTarget: {
        DNSName: attribute(id, "DNSName"),
        HostedZoneId: attribute(id, "CanonicalHostedZoneID"),
        EvaluateTargetHealth: true,
      },
    });
  }
}
