import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** Addresses, load balancers, names and certificates. */
export const network: readonly KnownFailure[] = [
  {
    id: "certificate-authority",
    code: "certificate-pending",
    matches: /Certification Authority Authentication|CAA_ERROR|\bCAA\b/,
    because: t`a CAA record of its domain lets Amazon issue no certificate`,
    fix: t`Add amazon.com to the domain's CAA records, or remove them, then deploy again.`,
    field: "domain",
  },
  {
    id: "certificate-unusable",
    code: "certificate-pending",
    matches:
      /UnsupportedCertificate|CertificateNotFound|Certificate ARN .* (is not valid|not found)|certificate.*not found/i,
    because: t`its certificate does not exist in this region, or is not issued`,
    fix: t`Name a certificate of the deployment's own region in \`certificate\`, or set it to auto.`,
    field: "certificate",
  },
  {
    id: "certificate-pending",
    code: "certificate-pending",
    matches: /certificate[\s\S]*(pending|validat|issue)|PENDING_VALIDATION/i,
    because: t`its certificate is not issued yet`,
    fix: t`Check that \`hostedZone\` is the public zone of the domain, and that the domain's name servers are that zone's.`,
    field: "hostedZone",
  },
  {
    id: "record-taken",
    code: "already-exists",
    matches: /resource record set .*(but it )?already exists|conflicting RRSet/i,
    because: t`its domain already leads somewhere else`,
    fix: t`Delete the record of this name in the Route 53 console, or choose another \`domain\`.`,
    field: "domain",
  },
  {
    id: "zone-missing",
    code: "not-found",
    matches:
      /No hosted zones? (found|named)|NoSuchHostedZone|RRSet with DNS name .* is not permitted in zone|ZoneNotFound/i,
    because: t`its domain is not in this hosted zone, or the zone does not exist`,
    fix: t`Set \`hostedZone\` to the id of the domain's public zone in this account.`,
    field: "hostedZone",
  },
  {
    id: "address-quota",
    code: "quota-exceeded",
    matches: /maximum number of addresses|AddressLimitExceeded/i,
    because: t`the account has as many public addresses in this region as its quota allows`,
    fix: t`Release addresses that nothing uses, ask for more under Service Quotas, or set \`network.egress\` to public or endpoints, which need none.`,
    setting: "network.egress",
  },
  {
    id: "network-quota",
    code: "quota-exceeded",
    matches:
      /maximum number of (VPCs|internet gateways|network interfaces|NAT gateways)|(Vpc|InternetGateway|NatGateway)LimitExceeded/i,
    because: t`the account has as many networks in this region as its quota allows`,
    fix: t`Delete one that nothing uses, ask for more under Service Quotas, or name an existing one in \`network.vpc\`.`,
    setting: "network",
  },
  {
    id: "rule-quota",
    code: "quota-exceeded",
    matches: /RulesPerSecurityGroupLimitExceeded|maximum number of (rules|security groups)/i,
    because: t`a firewall has as many rules as the account's quota allows`,
    fix: t`Ask for more rules for each security group under Service Quotas.`,
  },
  {
    id: "address-conflict",
    code: "address-conflict",
    matches: /CIDR[\s\S]*(conflict|overlap)|(conflicts|overlaps) with|InvalidSubnet\.Conflict/i,
    because: t`its addresses overlap with others in the network`,
    fix: t`Set \`network.cidr\` to a range that is free.`,
    setting: "network.cidr",
  },
  {
    id: "address-range",
    code: "invalid-property",
    matches: /InvalidSubnet\.Range|InvalidVpc\.Range|The CIDR .* is invalid/i,
    because: t`its addresses are no range that a network can have`,
    fix: t`Set \`network.cidr\` to a private range between /16 and /24, such as 10.0.0.0/16.`,
    setting: "network.cidr",
  },
  {
    id: "zone-unknown",
    code: "invalid-property",
    matches: /parameter availabilityZone is invalid|Invalid availability zone/i,
    because: t`the region has no such zone for this account`,
    fix: t`Lower \`network.azs\`, or choose another \`region\`.`,
    setting: "network.azs",
  },
  {
    id: "balancers-not-allowed",
    code: "account-restricted",
    matches: /account currently does not support creating load balancers/i,
    because: t`AWS has not opened load balancers for this new account yet`,
    fix: t`Write to AWS Support and ask for it; a first EC2 instance that was started once often helps as well.`,
  },
  {
    id: "public-address-mapped",
    code: "in-use",
    matches: /has some mapped public address/i,
    because: t`something in the network still has a public address`,
    fix: t`Delete what was added to the network by hand (load balancers, instances, NAT gateways), then do this again.`,
  },
  {
    id: "interface-in-use",
    code: "in-use",
    matches:
      /DependencyViolation|has a dependent object|has dependencies and cannot be deleted|network interface.* (is )?(currently )?in use/i,
    because: t`something outside this stack still uses it`,
    fix: t`Find what uses it among the network interfaces in the EC2 console, remove that, then do this again.`,
  },
];
