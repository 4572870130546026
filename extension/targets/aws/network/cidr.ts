/** The ranges of one zone. */
export interface ZoneRanges {
  readonly private: string;
  readonly public: string;
  readonly data: string;
}

/**
 * Cuts a network of /16 to /22 into four parts: one for each zone, the fourth left free. A zone gives half of its
 * part to containers, and a quarter each to what is public and to data. In a /22 that is 123, 59 and 59 addresses.
 * @returns the network with its host bits cleared, and the ranges of `zones` zones
 */
export function divide(cidr: string, zones: number): { readonly vpc: string; readonly zones: readonly ZoneRanges[] } {
  const [address = "", size = "16"] = cidr.split("/");
  const prefix = Number(size);
  const bits = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const base = bits - (bits % 2 ** (32 - prefix));
  const part = 2 ** (30 - prefix);
  return {
    vpc: range(base, prefix),
    zones: Array.from({ length: zones }, (_, zone) => {
      const start = base + zone * part;
      return {
        private: range(start, prefix + 3),
        public: range(start + part / 2, prefix + 4),
        data: range(start + (part / 4) * 3, prefix + 4),
      };
    }),
  };
}

function range(start: number, prefix: number): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}
