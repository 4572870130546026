import { t } from "../l10n";

/** What the tokens of well-known services look like, by their published prefixes. */
const tokens: readonly (readonly [form: RegExp, what: string])[] = [
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, t`an AWS access key`],
  [/\bgh[pousr]_[A-Za-z0-9]{36}/, t`a GitHub token`],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, t`a GitHub token`],
  [/\bglpat-[A-Za-z0-9_-]{20}/, t`a GitLab token`],
  [/\b[sr]k_live_[A-Za-z0-9]{16,}/, t`a Stripe key`],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, t`a Slack token`],
  [/\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/, t`a SendGrid key`],
  [/\bAIza[A-Za-z0-9_-]{35}/, t`a Google key`],
  [/\bnpm_[A-Za-z0-9]{36}\b/, t`an npm token`],
  [/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/, t`a private key`],
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s/@$]+@/i, t`a URL with a password`],
];

const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|TOKEN|CREDENTIALS?|SECRET_KEY_BASE)$/i;
/** What is not worth hiding: switches, and words that say that nothing is here. */
const harmless = /^(?:|true|false|yes|no|on|off|none|null|changeme|.{1,3})$/i;

/** What kind of secret a plain variable seems to hold, in words; undefined where it seems to hold none. */
export function clearSecretIn(name: string, value: string): string | undefined {
  const token = tokenIn(value);
  if (token !== undefined) return token;
  const named = secretName.test(name) && !value.includes("${{") && !harmless.test(value);
  return named ? t`a secret, by its name` : undefined;
}

/** As `clearSecretIn`, for a text that has no name of its own. */
export function tokenIn(value: string): string | undefined {
  // What a person could look at is at the beginning; a pattern need not go through a page.
  const start = value.slice(0, 4096);
  return tokens.find(([form]) => form.test(start))?.[1];
}
