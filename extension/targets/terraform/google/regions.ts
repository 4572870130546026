/** Google's region that lies nearest to one of AWS. */
const nearest: Readonly<Record<string, string>> = {
  "us-east-1": "us-east4",
  "us-east-2": "us-east5",
  "us-west-1": "us-west2",
  "us-west-2": "us-west1",
  "ca-central-1": "northamerica-northeast1",
  "sa-east-1": "southamerica-east1",
  "eu-west-1": "europe-west2",
  "eu-west-2": "europe-west2",
  "eu-west-3": "europe-west9",
  "eu-central-1": "europe-west3",
  "eu-central-2": "europe-west6",
  "eu-north-1": "europe-north1",
  "eu-south-1": "europe-west8",
  "ap-south-1": "asia-south1",
  "ap-southeast-1": "asia-southeast1",
  "ap-southeast-2": "australia-southeast1",
  "ap-northeast-1": "asia-northeast1",
  "ap-northeast-2": "asia-northeast3",
  "ap-northeast-3": "asia-northeast2",
  "af-south-1": "africa-south1",
  "me-south-1": "me-central1",
  "me-central-1": "me-central1",
  "il-central-1": "me-west1",
};

export const googleRegion = (region: string): string => nearest[region] ?? "us-central1";
