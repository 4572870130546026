import { clearSecretIn } from "../../manifest/meaning/clearSecret";
import { emptied, marksIn, onlyMark } from "../unset";

export type SecretFate = { readonly generate: { readonly length: number } } | { readonly from: string };

const soundsSecret =
  /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|SECRET|SECRETS|TOKEN|SALT|CREDENTIALS?|DSN|SECRET_KEY_BASE|KEY_BASE)$|(?:^|_)(?:SECRET|PRIVATE|ENCRYPTION|ENCRYPT|MASTER|SIGNING|ACCESS|API|APP|AUTH|LICENSE|SESSION|HASH|JWT|COOKIE|VAULT)_?KEY$|SECRET_|_SECRET|PASSWORD/i;
/** Names that hold something about a secret rather than the secret. */
const about =
  /(?:FILE|PATH|LENGTH|EXPIRY|EXPIRATION|EXPIRES|TTL|ENABLED?|REQUIRED|POLICY|NAME|ID|ALGORITHM|URL|URI|HOST|PORT)$/i;

/** Whether a name alone says that its value is nobody's business. */
export const isSecretName = (name: string): boolean => soundsSecret.test(name) && !about.test(name);

/** Whether a variable has to go into `secrets`. Marks in the text stand for values that are not known here. */
export function isSecret(name: string, text: string): boolean {
  if (marksIn(text).length > 0) {
    if (isSecretName(name) || /_KEY$/i.test(name) || marksIn(text).some(isSecretName)) return true;
  } else if (isSecretName(name) && !/^(?:|true|false|yes|no|on|off|none|null|\d{1,3})$/i.test(text)) return true;
  return clearSecretIn(name, emptied(text)) !== undefined;
}

/** Made by the application for itself alone, so that any value will do. */
const ownMaking =
  /(?:SECRET_KEY_BASE|KEY_BASE|SECRET_KEY|APP_KEY|APP_SECRET|ENCRYPTION_KEY|SESSION_(?:KEY|SECRET)|COOKIE_SECRET|JWT(?:_AUTH)?_SECRET|HASH_SALT|SALT|HASH_KEY|UTILS_SECRET|AUTH_SECRET|NEXTAUTH_SECRET|^SECRET)$/i;
/** Given by somebody else. */
const fromOthers =
  /SMTP|MAIL|AWS|S3_|GOOGLE|GITHUB|GITLAB|SLACK|STRIPE|OAUTH|OIDC|SAML|AZURE|TWILIO|SENTRY|CLIENT|LICENSE|API_?KEY|TOKEN/i;

/**
 * Where a secret comes from in the new manifest. One that several components share has to be the same for all of them,
 * and only a secret that exists already is. @param asName what it is called in the secret store
 */
export function fateOf(name: string, text: string, shared: boolean, asName: string): SecretFate {
  const source = onlyMark(text) ?? name;
  const made = ownMaking.test(name) || /^SERVICE_(?:PASSWORD|BASE64|REALBASE64|HEX)_/.test(source);
  if (!shared && made && !(fromOthers.test(name) && !/^SERVICE_/.test(source))) {
    return { generate: { length: /(?:^|_)64(?:_|$)|KEY_BASE/.test(`${source} ${name}`) ? 64 : 32 } };
  }
  return { from: asName };
}
