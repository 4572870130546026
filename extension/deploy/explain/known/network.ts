import type { KnownFailure } from "../known";

/** Addresses, load balancers, names and certificates. */
export const network: readonly KnownFailure[] = [
  {
    id: "certificate-authority",
    code: "certificate-pending",
    matches: /Certification Authority Authentication|CAA_ERROR|\bCAA\b/,
    because: "a CAA record of its domain lets Amazon issue no certificate",
    fix: "Add amazon.com to the domain's CAA records, or remove them, then deploy again.",
    field: "domain",
  },
  {
    id: "certificate-unusable",
    code: "certificate-pending",
    matches:
      /UnsupportedCertificate|CertificateNotFound|Certificate ARN .* (is not valid|not found)|certificate.*not found/i,
    because: "its certificate does not exist in this region, or is not issued",
    fix: "Name a certificate of the deployment's own region in `certificate`, or set it to auto.",
    field: "certificate",
  },
  {
    id: "certificate-pending",
    code: "certificate-pending",
    matches: /certificate[\s\S]*(pending|validat|issue)|PENDING_VALIDATION/i,
    because: "its certificate is not issued yet",
    fix: "Check that `hostedZone` is the public zone of the domain, and that the domain's name servers are that zone's.",
    field: "hostedZone",
  },
  {
    id: "record-taken",
    code: "already-exists",
    matches: /resource record set .*(but it )?already exists|conflicting RRSet/i,
    because: "its domain already leads somewhere else",
    fix: "Delete the record of this name in the Route 53 console, or choose another `domain`.",
    field: "domain",
  },
  {
    id: "zone-missing",
    code: "not-found",
    matches:
      /No hosted zones? (found|named)|NoSuchHostedZone|RRSet with DNS name .* is not permitted in zone|ZoneNotFound/i,
    because: "its domain is not in this hosted zone, or the zone does not exist",
    fix: "Set `hostedZone` to the id of the domain's public zone in this account.",
    field: "hostedZone",
  },
  {
    id: "address-quota",
    code: "quota-exceeded",
    matches: /maximum number of addresses|AddressLimitExceeded/i,
    because: "the account has as many public addresses in this region as its quota allows",
    fix: "Release addresses that nothing uses, ask for more under Service Quotas, or set `network.egress` to public or endpoints, which need none.",
    setting: "network.egress",
  },
  {
    id: "network-quota",
    code: "quota-exceeded",
    matches:
      /maximum number of (VPCs|internet gateways|network interfaces|NAT gateways)|(Vpc|InternetGateway|NatGateway)LimitExceeded/i,
    because: "the account has as many networks in this region as its quota allows",
    fix: "Delete one that nothing uses, ask for more under Service Quotas, or name an existing one in `network.vpc`.",
    setting: "network",
  },
  {
    id: "rule-quota",
    code: "quota-exceeded",
    matches: /RulesPerSecurityGroupLimitExceeded|maximum number of (rules|security groups)/i,
    because: "a firewall has as many rules as the account's quota allows",
    fix: "Ask for more rules for each security group under Service Quotas.",
  },
  {
    id: "address-conflict",
    code: "address-conflict",
    matches: /CIDR[\s\S]*(conflict|overlap)|(conflicts|overlaps) with|InvalidSubnet\.Conflict/i,
    because: "its addresses overlap with others in the network",
    fix: "Set `network.cidr` to a range that is free.",
    setting: "network.cidr",
  },
  {
    id: "address-range",
    code: "invalid-property",
    matches: /InvalidSubnet\.Range|InvalidVpc\.Range|The CIDR .* is invalid/i,
    because: "its addresses are no range that a network can have",
    fix: "Set `network.cidr` to a private range between /16 and /24, such as 10.0.0.0/16.",
    setting: "network.cidr",
  },
  {
    id: "zone-unknown",
    code: "invalid-property",
    matches: /parameter availabilityZone is invalid|Invalid availability zone/i,
    because: "the region has no such zone for this account",
    fix: "Lower `network.azs`, or choose another `region`.",
    setting: "network.azs",
  },
  {
    id: "balancers-not-allowed",
    code: "account-restricted",
    matches: /account currently does not support creating load balancers/i,
    because: "AWS has not opened load balancers for this new account yet",
    fix: "Write to AWS Support and ask for it; a first EC2 instance that was started once often helps as well.",
  },
  {
    id: "public-address-mapped",
    code: "in-use",
    matches: /has some mapped public address/i,
    because: "something in the network still has a public address",
    fix: "Delete what was added to the network by hand (load balancers, instances, NAT gateways), then do this again.",
  },
  {
    id: "interface-in-use",
    code: "in-use",
    matches:
      /DependencyViolation|has a dependent object|has dependencies and cannot be deleted|network interface.* (is )?(currently )?in use/i,
    because: "something outside this stack still uses it",
    fix: "Find what uses it among the network interfaces in the EC2 console, remove that, then do this again.",
  },
];
