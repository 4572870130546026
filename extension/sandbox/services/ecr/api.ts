import type { MadeRepository } from "../../registry/registry";
import { CloudError } from "../../wire/cloudError";
import type { JsonApi, JsonCall, JsonOperation, JsonOutput } from "../jsonOperation";
import { jsonPage } from "../jsonPage";

/** ECR's tokens are good for twelve hours. */
const VALID = 12 * 60 * 60 * 1000;

const getAuthorizationToken: JsonOperation = ({ service, origin }) => {
  service.registry.sweep();
  const token = Buffer.from(`AWS:${service.registry.password}`).toString("base64");
  const expiresAt = new Date(service.now() + VALID);
  return { authorizationData: [{ authorizationToken: token, expiresAt, proxyEndpoint: origin }] };
};

function hostOf({ service, region }: JsonCall): string {
  return `${service.account}.dkr.ecr.${region}.amazonaws.com`;
}

function show(call: JsonCall, { name, madeAt, immutable }: MadeRepository): JsonOutput {
  const { service, region } = call;
  return {
    repositoryArn: `arn:aws:ecr:${region}:${service.account}:repository/${name}`,
    registryId: service.account,
    repositoryName: name,
    repositoryUri: `${hostOf(call)}/${name}`,
    createdAt: new Date(madeAt),
    imageTagMutability: immutable ? "IMMUTABLE" : "MUTABLE",
  };
}

const describeRepositories: JsonOperation = (call) => {
  const { input, service, region } = call;
  const names = input.texts("repositoryNames");
  const all = service.registry.repositories().filter((repository) => repository.region === region);
  const missing = names?.find((name) => !all.some((repository) => repository.name === name));
  if (missing !== undefined) {
    throw notFound(call, missing);
  }
  const found = all.filter(({ name }) => names?.includes(name) ?? true);
  const { items, nextToken } = jsonPage(call, found, input.number("maxResults") ?? 100);
  return { repositories: items.map((repository) => show(call, repository)), nextToken };
};

function notFound({ service }: JsonCall, name: string): CloudError {
  const message = `The repository with name '${name}' does not exist in the registry with id '${service.account}'`;
  return new CloudError("RepositoryNotFoundException", message);
}

function opened(call: JsonCall) {
  const name = call.input.text("repositoryName") ?? "";
  const repository = call.service.registry.open(name, call.region);
  if (!repository) {
    throw notFound(call, name);
  }
  return repository;
}

const describeImages: JsonOperation = (call) => {
  const { input, service } = call;
  const repository = opened(call);
  const all = repository.images();
  const wanted = input.list("imageIds")?.map((id) => id.text("imageDigest") ?? id.text("imageTag") ?? "");
  const isIt = (reference: string, image: (typeof all)[number]) =>
    image.digest === reference || image.tags.includes(reference);
  const missing = wanted?.find((reference) => !all.some((image) => isIt(reference, image)));
  if (missing !== undefined) {
    const message = `The image with imageId ${missing} does not exist within the repository with name '${repository.name}' in the registry with id '${service.account}'`;
    throw new CloudError("ImageNotFoundException", message);
  }
  const found = all.filter((image) => wanted?.some((reference) => isIt(reference, image)) ?? true);
  const { items, nextToken } = jsonPage(call, found, input.number("maxResults") ?? 100);
  return {
    imageDetails: items.map(({ digest, tags, size, pushedAt, mediaType }) => ({
      registryId: service.account,
      repositoryName: repository.name,
      imageDigest: digest,
      imageTags: tags.length > 0 ? tags : undefined,
      imageSizeInBytes: size,
      imagePushedAt: new Date(pushedAt),
      imageManifestMediaType: mediaType,
    })),
    nextToken,
  };
};

/** Amazon ECR, whose registry is the Sandbox's own. */
export const ecr: JsonApi = {
  prefix: "ecr",
  target: "AmazonEC2ContainerRegistry_V20150921",
  operations: new Map<string, JsonOperation>([
    ["DescribeImages", describeImages],
    ["DescribeRepositories", describeRepositories],
    ["GetAuthorizationToken", getAuthorizationToken],
  ]),
};
