/** The cloud's words as people have met them, with their ids shortened; the id of what they mean; of which resource. */
export type Met = readonly [id: string, reason: string, resourceType?: string];

const service = "AWS::ECS::Service";
const task = "Custom::RunTask";

export const met: readonly Met[] = [
  [
    "image-rate-limit",
    "CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/sha256:1: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.",
    service,
  ],
  [
    "image-platform",
    "CannotPullContainerError: pull image manifest has been retried 5 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'.",
    service,
  ],
  ["image-platform", "exec /usr/local/bin/docker-entrypoint.sh: exec format error", service],
  [
    "image-missing",
    "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/example/web:2: docker.io/example/web:2: not found",
    service,
  ],
  ["image-missing", 'InternalError: failed to normalize image reference "Dockerfile"', service],
  [
    "image-refused",
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "x.dkr.ecr.us-east-1.amazonaws.com/web": unexpected status code [manifests 6981141]: 403 Forbidden',
    service,
  ],
  [
    "image-unreachable",
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref quay.io/deepfenceio/cloud-scanner:latest: failed to do request: Head "https://quay.io/v2/deepfenceio/cloud-scanner/manifests/latest": dial tcp 3.210.148.47:443: i/o timeout',
    service,
  ],
  [
    "image-unreachable",
    "CannotPullContainerError: API error (500): Get https://x.dkr.ecr.ap-southeast-2.amazonaws.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)",
    service,
  ],
  ["image-not-pulled", "CannotPullContainerError: inspect image has been retried 5 time(s): ", service],
  [
    "secret-key-missing",
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key PASSWORD",
    service,
  ],
  [
    "secret-denied",
    "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/x is not authorized to perform: secretsmanager:GetSecretValue on resource: smtp",
    service,
  ],
  [
    "startup-no-egress",
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.us-east-2.amazonaws.com/": dial tcp 52.95.1.1:443: i/o timeout. Please check your task network configuration.',
    service,
  ],
  [
    "secret-missing",
    "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    service,
  ],
  [
    "log-group-missing",
    "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1",
    service,
  ],
  [
    "volume-not-mounted",
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-1.efs.us-east-1.amazonaws.com" - check that your file system ID is correct',
    service,
  ],
  ["out-of-memory", "OutOfMemoryError: Container killed due to memory usage, exit code: 137", service],
  ["out-of-memory", "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", service],
  [
    "command-not-found",
    'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "rails": executable file not found in $PATH: unknown',
    service,
  ],
  [
    "command-not-executable",
    'CannotStartContainerError: OCI runtime create failed: container_linux.go:349: starting container process caused "exec: \\"/start.sh\\": permission denied": unknown',
    service,
  ],
  [
    "container-not-started",
    "CannotStartContainerError: API error (500): Container command could not be invoked.",
    service,
  ],
  ["segmentation-fault", "Essential container in task exited (exit code: 139)", service],
  [
    "health-check-code",
    "(service shop-web) (port 3000) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/shop/1) due to (reason Health checks failed with these codes: [404]).",
    service,
  ],
  [
    "health-check-timeout",
    "(service shop-web) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/shop/1) due to (reason Request timed out).",
    service,
  ],
  ["container-health-check", "Task failed container health checks", service],
  [
    "health-check-failed",
    "(service civictechjobs-fullstack-stage) (port 8000) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-west-2:1:targetgroup/civictechjobs-fullstack-stage/5) due to (reason Health checks failed).",
    service,
  ],
  [
    "target-group-without-balancer",
    "The target group with targetGroupArn arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/Hello1Target/c does not have an associated load balancer. (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 1)",
    service,
  ],
  [
    "size-impossible",
    'Resource handler returned message: "Invalid request provided: Create TaskDefinition: No Fargate configuration exists for given values: 512 CPU, 512 memory. See the Amazon ECS documentation for the valid values. (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: 1)"',
    "AWS::ECS::TaskDefinition",
  ],
  [
    "fargate-capacity",
    "Capacity is unavailable at this time. Please try again later or in a different availability zone",
    service,
  ],
  ["fargate-quota", "You've reached the limit on the number of vCPUs you can run concurrently", service],
  ["spot-interrupted", "Your Spot Task was interrupted.", service],
  [
    "command-failed",
    "Received response status [FAILED] from custom resource. Message returned: Task 03b30478d89a failed with exit code 1: Essential container in task exited (RequestId: ef5d25cc)",
    task,
  ],
  [
    "out-of-memory",
    "Received response status [FAILED] from custom resource. Message returned: Task 03b3 failed with exit code 137: OutOfMemoryError: Container killed due to memory usage (RequestId: ef5d25cc)",
    task,
  ],
  [
    "container-exited",
    "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.\" (RequestToken: a3ab2120-1821-f83c-3adc-23d519cacdfe, HandlerErrorCode: GeneralServiceException)",
    service,
  ],
  ["service-not-steady", "Resource of type 'AWS::ECS::Service' with identifier 'x' did not stabilize.", service],
  [
    "command-not-begun",
    "Received response status [FAILED] from custom resource. Message returned: The task did not start: AGENT (RequestId: ef5d25cc)",
    task,
  ],
  [
    "command-too-long",
    "Received response status [FAILED] from custom resource. Message returned: Task 03b3 did not end within 15 minutes and was stopped (RequestId: ef5d25cc)",
    task,
  ],
  [
    "custom-resource-silent",
    "CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [6da1afd2-c13d-4c41-bce6-f3022a30aae7]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version.",
    task,
  ],
  [
    "custom-resource-failed",
    "Received response status [FAILED] from custom resource. Message returned: fetch failed (RequestId: ef5d25cc-8883-4d0c-a24e-9ccb35a221b8)",
    task,
  ],
  ["version-path", "Cannot upgrade postgres from 14.7 to 17.2", "AWS::RDS::DBInstance"],
  [
    "version-unavailable",
    'Resource handler returned message: "Cannot find version 11.16 for aurora-postgresql (Service: Rds, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)',
    "AWS::RDS::DBCluster",
  ],
  [
    "size-not-for-version",
    "RDS does not support creating a DB instance with the following combination: DBInstanceClass=db.m4.large, Engine=postgres, EngineVersion=13.6, LicenseModel=postgresql-license. For supported combinations of instance class and database engine version, see the documentation. (Service: AmazonRDS; Status Code: 400; Error Code: InvalidParameterCombination)",
    "AWS::RDS::DBInstance",
  ],
  [
    "size-unavailable",
    "The requested DB Instance Class db.x2 is not supported in Availability Zone us-east-1e",
    "AWS::RDS::DBInstance",
  ],
  [
    "storage-too-small",
    "Invalid storage size for engine name postgres and storage type gp3: 5",
    "AWS::RDS::DBInstance",
  ],
  [
    "storage-resting",
    "You can't currently modify the storage of this DB instance because the previous storage change is being optimized.",
    "AWS::RDS::DBInstance",
  ],
  [
    "zones-too-few",
    "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: us-east-1a. Add subnets to cover at least 2 AZs.",
    "AWS::RDS::DBSubnetGroup",
  ],
  [
    "reserved-name",
    "MasterUsername admin cannot be used as it is a reserved word used by the engine (Service: AmazonRDS; Status Code: 400; Error Code: InvalidParameterValue)",
    "AWS::RDS::DBInstance",
  ],
  [
    "failover-alone",
    "When using automatic failover, there must be at least 2 cache clusters in the replication group. (Service: AmazonElastiCache; Error Code: InvalidParameterCombination)",
    "AWS::ElastiCache::ReplicationGroup",
  ],
  [
    "parameter-family",
    "Expected a parameter group of family redis3.2 but found one of family redis2.8 (Error Code: InvalidParameterCombination)",
    "AWS::ElastiCache::ReplicationGroup",
  ],
  [
    "instance-busy",
    "Database instance is not in available state. (Error Code: InvalidDBInstanceState)",
    "AWS::RDS::DBInstance",
  ],
  [
    "snapshot-taken",
    "Cannot create the snapshot because a snapshot with the identifier shop-db already exists. (Error Code: DBSnapshotAlreadyExists)",
    "AWS::RDS::DBInstance",
  ],
  [
    "snapshot-quota",
    "Cannot create more than 100 manual snapshots (Error Code: SnapshotQuotaExceeded)",
    "AWS::RDS::DBInstance",
  ],
  [
    "deletion-protected",
    "Cannot delete protected DB Instance, please disable deletion protection and try again.",
    "AWS::RDS::DBInstance",
  ],
  [
    "certificate-authority",
    "One or more domain names have failed validation due to a Certification Authority Authentication (CAA) error",
    "AWS::CertificateManager::Certificate",
  ],
  [
    "certificate-unusable",
    "Certificate ARN 'arn:aws:acm:eu-west-1:1:certificate/2' is not valid (Service: AmazonElasticLoadBalancing; Error Code: ValidationError)",
    "AWS::ElasticLoadBalancingV2::Listener",
  ],
  ["certificate-pending", "Certificate arn:aws:acm:x must be in ISSUED state: PENDING_VALIDATION"],
  [
    "record-taken",
    "[Tried to create resource record set [name='forum.example.com.', type='A'] but it already exists] (Service: Route53, Status Code: 400)",
    "AWS::Route53::RecordSet",
  ],
  [
    "zone-missing",
    "No hosted zone found with ID: Z0123456789 (Service: Route53, NoSuchHostedZone)",
    "AWS::Route53::RecordSet",
  ],
  [
    "address-quota",
    'Resource handler returned message: "The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400, Request ID: 6b8cf3d3)" (RequestToken: 5f2495db, HandlerErrorCode: GeneralServiceException)',
    "AWS::EC2::EIP",
  ],
  [
    "network-quota",
    'Resource handler returned message: "The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400)" (RequestToken: 51640d90, HandlerErrorCode: GeneralServiceException)',
    "AWS::EC2::VPC",
  ],
  [
    "rule-quota",
    "The maximum number of rules per security group has been reached. (RulesPerSecurityGroupLimitExceeded)",
    "AWS::EC2::SecurityGroup",
  ],
  ["address-conflict", "The CIDR '10.0.0.0/24' conflicts with another subnet", "AWS::EC2::Subnet"],
  [
    "address-range",
    "The CIDR '10.1.0.0/24' is invalid. (Service: AmazonEC2; Error Code: InvalidSubnet.Range)",
    "AWS::EC2::Subnet",
  ],
  [
    "zone-unknown",
    "Value (us-east-1e) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: us-east-1a, us-east-1b.",
    "AWS::EC2::Subnet",
  ],
  [
    "balancers-not-allowed",
    "This AWS account currently does not support creating load balancers. For more information, please contact AWS Support. (Service: ElasticLoadBalancingV2, Status Code: 400, OperationNotPermitted)",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
  ],
  [
    "zones-too-few",
    "At least two subnets in two different Availability Zones must be specified (Service: ElasticLoadBalancingV2, Status Code: 400)",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
  ],
  [
    "public-address-mapped",
    "Network vpc-1 has some mapped public address(es). Please unmap those public address(es) before detaching the gateway. (DependencyViolation)",
    "AWS::EC2::VPCGatewayAttachment",
  ],
  [
    "interface-in-use",
    "resource sg-XXXXXXX has a dependent object (Service: AmazonEC2; Status Code: 400; Error Code: DependencyViolation; Request ID: dd1afce1)",
    "AWS::EC2::SecurityGroup",
  ],
  [
    "secret-being-deleted",
    "You can't create this secret because a secret with this name is already scheduled for deletion. (Service: SecretsManager)",
    "AWS::SecretsManager::Secret",
  ],
  [
    "replacement-name-taken",
    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop-db and update the stack again.",
  ],
  [
    "bucket-name-taken",
    "The requested bucket name is not available. The bucket namespace is shared by all users of the system.",
    "AWS::S3::Bucket",
  ],
  ["already-exists", "shop-db already exists in stack arn:aws:cloudformation:x"],
  [
    "already-exists",
    "Resource of type 'AWS::Logs::LogGroup' with identifier '{\"/properties/LogGroupName\":\"x\"}' already exists.",
    "AWS::Logs::LogGroup",
  ],
  [
    "bucket-not-empty",
    "The bucket you tried to delete is not empty (Service: Amazon S3; Status Code: 409; Error Code: BucketNotEmpty)",
    "AWS::S3::Bucket",
  ],
  [
    "registry-not-empty",
    "The repository with name 'shop/web' in registry with id '1' cannot be deleted because it still contains images (Service: AmazonECR; Error Code: RepositoryNotEmptyException)",
    "AWS::ECR::Repository",
  ],
  ["not-empty", "The namespace is not empty", "AWS::ServiceDiscovery::PrivateDnsNamespace"],
  ["export-in-use", "Export foo-ci-docker-vpc-EcsCluster cannot be deleted as it is in use by foo-ci-docker-events"],
  [
    "in-use",
    "Target group 'arn:aws:x' is currently in use by a listener or a rule (ResourceInUse)",
    "AWS::ElasticLoadBalancingV2::TargetGroup",
  ],
  [
    "organisation-denies",
    "User: arn:aws:sts::1:assumed-role/dev/ann is not authorized to perform: ec2:CreateVpc with an explicit deny in a service control policy",
    "AWS::EC2::VPC",
  ],
  [
    "boundary-denies",
    "User: arn:aws:iam::1:user/ann is not authorized to perform: iam:CreateRole on resource: x because no permissions boundary allows the iam:CreateRole action",
    "AWS::IAM::Role",
  ],
  [
    "stack-policy-denies",
    "Action denied by stack policy: Statement [#1] does not allow [Update:Replace] for resource [Db]",
    "AWS::RDS::DBInstance",
  ],
  ["hook-refused", "The following hook(s) failed: [Acme::Encryption::Hook]", "AWS::S3::Bucket"],
  [
    "service-role-new",
    'Resource handler returned message: "Invalid request provided: CreateCluster Invalid Request: Unable to assume the service linked role. Please verify that the ECS service linked role exists. (Service: AmazonECS; Status Code: 400)" (HandlerErrorCode: InvalidRequest)',
    "AWS::ECS::Cluster",
  ],
  [
    "role-has-policies",
    "Cannot delete entity, must detach all policies first. (Service: AmazonIdentityManagement; Status Code: 409; Error Code: DeleteConflict)",
    "AWS::IAM::Role",
  ],
  [
    "pass-role",
    "API: cloudFormation User: arn:aws:sts::X:assumed-role/cicd/AWSCloudFormation is not authorized to perform: iam:PassRole on resource: arn:aws:iam::X:role/y because no identity-based policy allows the iam:PassRole action",
    service,
  ],
  [
    "role-not-usable",
    "ECS was unable to assume the role 'arn:aws:iam::1:role/x' that was provided for this task.",
    service,
  ],
  ["key-disabled", "The ciphertext refers to a KMS key that is pending deletion: KMSInvalidStateException"],
  ["region-disabled", "You are not subscribed to this service. (Error Code: OptInRequired)", "AWS::EC2::VPC"],
  [
    "account-blocked",
    "This account is currently blocked and not recognized as a valid account. Please contact AWS Support if you have questions.",
    "AWS::EC2::NatGateway",
  ],
  ["credentials-expired", "The security token included in the request is expired (ExpiredToken)"],
  ["access-denied", "User: x is not authorized to perform: ec2:CreateVpc", "AWS::EC2::VPC"],
  ["throttled", "Rate exceeded (Service: Ecs, Status Code: 400)", service],
  ["termination-protected", "Stack [shop] cannot be deleted while TerminationProtection is enabled"],
  ["stack-busy", "Stack:arn:aws:cloudformation:x is in UPDATE_IN_PROGRESS state and can not be updated."],
  ["stack-stuck", "Stack:arn:aws:cloudformation:x is in ROLLBACK_COMPLETE state and can not be updated."],
  [
    "early-validation",
    "The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.",
  ],
  ["circular-dependency", "Circular dependency between resources: [WebService, EdgeListener]"],
  [
    "template-too-large",
    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
  ],
  [
    "quota-exceeded",
    "The maximum number of load balancers has been reached (TooManyLoadBalancers)",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
  ],
  ["capabilities-missing", "Requires capabilities : [CAPABILITY_NAMED_IAM]"],
  ["not-stabilized", "Exceeded attempts to wait", "AWS::RDS::DBInstance"],
  [
    "invalid-property",
    "Properties validation failed for resource Db with message: extraneous key [Foo] is not permitted",
  ],
  ["not-found", "The parameter group default.foo could not be found", "AWS::RDS::DBInstance"],
  [
    "service-unavailable",
    'Resource handler returned message: "Connection pool shut down" (HandlerErrorCode: InternalFailure)',
    "AWS::CertificateManager::Certificate",
  ],
];
