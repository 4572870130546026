import { SourceError } from "../sources/sourceError";

/** What was typed cannot be done: exit code 2, and what to type instead. */
export class UsageError extends Error {}

/** Whether it is told as it stands: what was typed cannot be done, or the place that it names does not have it. */
export const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof SourceError;

export const usage = `stackwright: deploy an application from one file, stackwright.yaml

Usage
  stackwright validate FILE...     find the problems in manifests
  stackwright synth FILE           print the CloudFormation template
  stackwright eject FILE           write it as plain CloudFormation to keep, with a page about it
  stackwright export PLATFORM FILE write it for another platform, and say what is not carried
  stackwright compare FILE         show what it becomes on every platform, what is lost, and its price on AWS
  stackwright import PATH          make a manifest of a Compose file, app.json, render.yaml, convox.yml, a chart's
                                   values or a source folder, and say what is not carried
  stackwright install PACKAGE      put a package of the index into stackwright.yaml, and its hash into stackwright.lock;
                                   or the one in a folder, an archive or a git repository
  stackwright update PACKAGE       bring it to a newer version, after showing what changes; what you changed stays
  stackwright remove PACKAGE       take its components out of the manifest
  stackwright outdated             list the installed packages of which there is a newer version
  stackwright why COMPONENT        say which package a component came with
  stackwright search [TEXT]        list the packages of the index that say a text, or all of them
  stackwright pack [FOLDER]        check a package and write it as one file, NAME-VERSION.tgz
  stackwright test [FOLDER]        run the tests that a package brings along
  stackwright publish [FOLDER]     check a package and put it into the index that --to names
  stackwright price FILE           show what an environment costs in a month, item by item
  stackwright plan FILE            show what a deployment would change; changes nothing
  stackwright deploy FILE          plan, ask, deploy, and watch to the end
  stackwright destroy FILE         delete everything the environment has, after asking
  stackwright status               list the operations of this machine and how each ended
  stackwright attach [OPERATION]   follow one to its end, also from another window or after a crash;
                                   without its name, the latest that has not ended
  stackwright cancel FILE          give up an update that is under way, and go back
  stackwright rollback FILE        roll back a deployment that failed with rollback switched off
  stackwright continue FILE        go on with a rollback that got stuck
  stackwright explain FILE         say why the last failure happened and what to do, however long ago
  stackwright health FILE          show how each service is: tasks, rollout, targets, what stopped and why
  stackwright logs COMPONENT FILE  print its log; with --follow, go on until Ctrl-C
  stackwright restart COMPONENT FILE
                                   replace its tasks without a gap
  stackwright scale COMPONENT TASKS FILE
                                   run so many tasks until the next deployment
  stackwright exec COMPONENT FILE [-- COMMAND...]
                                   open a shell, or run a command, in a running task
  stackwright run COMPONENT FILE -- COMMAND...
                                   run a command in a task of its own, and give its exit code
  stackwright connect COMPONENT FILE
                                   lead a port of this machine to a database or cache, until Ctrl-C
  stackwright drift FILE           compare what is there with what was deployed
  stackwright history FILE         list what was done to the environment, by whom and from which commit
  stackwright redeploy OPERATION FILE
                                   deploy again what an earlier operation had deployed
  stackwright pipeline FILE        write a workflow for GitHub Actions that plans and deploys, and its roles
  stackwright sandbox              serve the Sandbox, a simulated CloudFormation, until Ctrl-C

  FILE is a manifest, a folder with a stackwright.yaml in it, or - for standard input.
  Without it, stackwright.yaml in the current folder is taken.

Options
  -e, --environment NAME   an environment of the manifest; needed when it has several
      --target TARGET      sandbox (the default) or aws
      --region REGION      instead of the manifest's (aws and sandbox)
      --profile PROFILE    a profile of the AWS configuration (aws)
  -o, --output FILE        synth: write the template there; eject, export, pack: the folder to
                           write to;
                           plan: a folder for what keeps the data of a component that was renamed
      --exit-code              plan: end with 2 when there is something to deploy
      --detach                 deploy, redeploy, destroy: begin, and leave it to stackwright attach
      --repository OWNER/NAME  pipeline: whose workflow it is, on GitHub
      --branch BRANCH          pipeline: what is deployed when it is merged into; main when absent
      --port PORT          sandbox: listen there; connect: the port of this machine
  -f, --follow             logs: go on with what is written from now on
      --since TIME         logs: 15m, 2h, 3d, or a time as 2026-11-23T10:00:00Z; 10m when absent
      --filter PATTERN     logs: only lines that match CloudWatch's filter pattern
      --task ID            logs, exec: of this task, named by the beginning of its id
      --take               drift: write what is there into the manifest, as far as it can say it
      --put-back           drift: plan and make it again what was deployed
      --skip IDS           continue: without these resources, which stay as they are now
      --dry-run                import, update, publish: show what would be written, and write nothing
      --keep-unsupported       import: keep what holds data and has no managed component as a container
      --profile NAMES          import: services of these Compose profiles as well
      --set NAME=VALUE         install, update: one of the package's parameters; may be given several times
      --with COMPONENT=YOURS   install: a component that is there takes the place of one of the package's
      --to RANGE               update: to the newest version in another range than was asked for
      --to PLACE               publish: into this folder, git repository or oci://HOST/REPOSITORY
      --index PLACE            install, update, remove, outdated, search: packages of this folder or git repository;
                               may be given several times, and be in STACKWRIGHT_INDEX
      --frozen                 install: fail rather than change the manifest or the lock
      --offline                install, update, outdated: ask no registry what images stand for; STACKWRIGHT_OFFLINE=1 too
      --retain IDS         destroy: keep these of the resources that could not be deleted
      --force              continue, destroy: without whatever fails
      --stop               destroy: give up a first deployment that is under way
      --markdown           plan: as a page for a review, such as a comment on a pull request
  -y, --yes                do not ask, unless data can be lost or the environment is protected
      --confirm NAME       deploy, redeploy, destroy, drift: the environment's name, for what --yes does not say
      --json               machine-readable output: one document for validate, synth, price, plan and status;
                           one message a line and a result at the end for deploy, destroy and attach
  -h, --help
  -v, --version

Exit codes
  0  done, or nothing to do
  1  problems in the manifest, a failed or refused deployment
  2  wrong usage; with plan --exit-code: there is something to deploy
`;
