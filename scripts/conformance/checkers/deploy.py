"""Deploys templates with moto's CloudFormation, each into an account of its own.

Usage: deploy.py FILE...  (scripts/conformance/checkers/moto.ts runs it)

Prints one JSON object: "failures" ({file: message}), "deployed" (a count for each resource type) and "left out" (the
same for the types that moto does not know). moto passes over such types without a word and fails at references to
them, so they are taken out before, and a reference to one of them becomes a text. What is left has to stand in the
stack afterwards, resource by resource, with ids and with values for its outputs.
"""

import json
import os
import re
import sys
from collections import Counter

os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1")

import boto3
from moto import mock_aws
from moto.cloudformation.parsing import get_model_map

# moto runs the function behind a custom resource in Docker, which is not what is tested here.
WITHOUT = re.compile(r"^Custom::")
# moto makes them, and has no attributes of theirs.
WITHOUT_ATTRIBUTES = {"AWS::EFS::FileSystem", "AWS::EFS::AccessPoint"}
# moto makes them, and gives them no id in the stack.
NAMELESS = {
    "AWS::EC2::SecurityGroupIngress",
    "AWS::EFS::AccessPoint",
    "AWS::RDS::DBParameterGroup",
    "AWS::RDS::DBSubnetGroup",
}
DYNAMIC = re.compile(r"\{\{resolve:.*?\}\}")


def main(files):
    known = set(get_model_map())
    failures, deployed, left_out = {}, Counter(), Counter()
    for file in files:
        with open(file, encoding="utf-8") as text:
            template = json.load(text)
        keep = {
            name: resource["Type"]
            for name, resource in template["Resources"].items()
            if resource["Type"] in known and not WITHOUT.match(resource["Type"])
        }
        left_out.update(r["Type"] for name, r in template["Resources"].items() if name not in keep)
        try:
            deploy(without(template, keep), keep)
            deployed.update(keep.values())
        except Exception as error:  # whatever it is, it is a finding
            failures[file] = f"{type(error).__name__}: {error}"
    json.dump({"failures": failures, "deployed": deployed, "left out": left_out}, sys.stdout)


@mock_aws
def deploy(template, expected):
    region = "us-east-1"
    cloud = boto3.client("cloudformation", region_name=region)
    existing(template, region)
    # Images that Stackwright builds are parameters, which the deployment gives once they are pushed.
    images = [
        {"ParameterKey": name, "ParameterValue": f"123456789012.dkr.ecr.{region}.amazonaws.com/image@sha256:{'0' * 64}"}
        for name, parameter in template.get("Parameters", {}).items()
        if "Default" not in parameter
    ]
    cloud.create_stack(
        StackName="stack", TemplateBody=json.dumps(template), Parameters=images, Capabilities=["CAPABILITY_IAM"]
    )
    stack = cloud.describe_stacks(StackName="stack")["Stacks"][0]
    assert stack["StackStatus"] == "CREATE_COMPLETE", stack["StackStatus"]
    pages = cloud.get_paginator("list_stack_resources").paginate(StackName="stack")
    found = {r["LogicalResourceId"]: r for page in pages for r in page["StackResourceSummaries"]}
    missing = sorted(set(expected) - set(found))
    assert not missing, f"not in the stack: {', '.join(missing)}"
    nameless = sorted(n for n, r in found.items() if not r.get("PhysicalResourceId") and expected[n] not in NAMELESS)
    assert not nameless, f"without an id: {', '.join(nameless)}"
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    empty = sorted(name for name in template.get("Outputs", {}) if not outputs.get(name))
    assert not empty, f"outputs without a value: {', '.join(empty)}"


def existing(template, region):
    """A network that exists already is named by its ids, which moto takes only for what it made itself."""
    text = json.dumps(template)
    ec2 = boto3.client("ec2", region_name=region)
    for vpc in set(re.findall(r"vpc-[0-9a-f]{17}", text)):
        made = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        text = text.replace(vpc, made)
        zones = ec2.describe_availability_zones()["AvailabilityZones"]
        for index, subnet in enumerate(sorted(set(re.findall(r"subnet-[0-9a-f]{17}", text)))):
            zone = zones[index % 2]["ZoneName"]
            block = f"10.0.{index}.0/24"
            new = ec2.create_subnet(VpcId=made, CidrBlock=block, AvailabilityZone=zone)["Subnet"]["SubnetId"]
            text = text.replace(subnet, new)
    certificates = boto3.client("acm", region_name=region)
    for certificate in set(re.findall(r"arn:aws:acm:[^\"]+|left-out-certificate", text)):
        text = text.replace(certificate, certificates.request_certificate(DomainName="example.com")["CertificateArn"])
    for zone in set(re.findall(r"Z[0-9A-Z]{20}", text)):
        route53 = boto3.client("route53", region_name=region)
        made = route53.create_hosted_zone(Name="example.com", CallerReference=zone)["HostedZone"]["Id"]
        text = text.replace(zone, made.split("/")[-1])
    template.clear()
    template.update(json.loads(text))


def without(template, keep):
    """The template with nothing but `keep`; references to what is gone, and to secrets, are texts."""

    def clean(value):
        if isinstance(value, list):
            return [clean(item) for item in value]
        if isinstance(value, str):
            return DYNAMIC.sub("resolved-secret-of-moto", value)
        if not isinstance(value, dict):
            return value
        target = value.get("Ref") or (value.get("Fn::GetAtt") or [None])[0] if len(value) == 1 else None
        if isinstance(target, str) and target not in keep and target in template["Resources"]:
            gone = template["Resources"][target]["Type"] == "AWS::CertificateManager::Certificate"
            return "left-out-certificate" if gone else f"left-out-{target}"
        if "Fn::GetAtt" in value and keep.get(target) in WITHOUT_ATTRIBUTES:
            return f"attribute-of-{target}"
        if list(value) == ["Fn::Sub"] and isinstance(value["Fn::Sub"], str):
            return {"Fn::Sub": DYNAMIC.sub("resolved-secret-of-moto", substituted(value["Fn::Sub"]))}
        return {key: clean(item) for key, item in value.items()}

    def substituted(text):
        def one(match):
            name, *attribute = match.group(1).split(".")
            if name in template["Resources"] and name not in keep:
                return f"left-out-{name}"
            # moto takes an attribute in a text at its first dot.
            unknown = len(attribute) > 1 or (attribute and keep.get(name) in WITHOUT_ATTRIBUTES)
            return f"attribute-of-{name}" if unknown else match.group(0)

        return re.sub(r"\$\{([A-Za-z0-9.]+)\}", one, text)

    resources = {}
    for name, resource in template["Resources"].items():
        if name not in keep:
            continue
        depends = [other for other in resource.get("DependsOn", []) if other in keep]
        rest = {key: value for key, value in resource.items() if key != "DependsOn"}
        resources[name] = adjusted({**clean(rest), **({"DependsOn": depends} if depends else {})})
    return {**template, "Resources": resources, "Outputs": clean(template.get("Outputs", {}))}


def adjusted(resource):
    """What moto takes otherwise than AWS, each of it read in moto's source."""
    properties = resource.get("Properties", {})
    if resource["Type"] == "AWS::RDS::DBInstance":
        # A Ref to a parameter group becomes the group itself instead of its name.
        properties.pop("DBParameterGroupName", None)
    elif resource["Type"] == "AWS::EC2::FlowLog":
        # The destination is taken for a bucket's name, so that a folder in it is not found.
        destination = properties["LogDestination"]
        properties["LogDestination"] = {"Fn::Sub": destination["Fn::Sub"].split("/")[0]}
    elif resource["Type"] == "AWS::ElasticLoadBalancingV2::ListenerRule":
        # Regular expressions for hosts are from 2025 and unknown.
        for condition in properties["Conditions"]:
            if "RegexValues" in condition.get("HostHeaderConfig", {}):
                condition["HostHeaderConfig"] = {"Values": ["*.example.com"]}
    return resource


if __name__ == "__main__":
    main(sys.argv[1:])
