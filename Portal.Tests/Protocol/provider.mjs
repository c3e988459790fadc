// An OpenID Connect provider that is not ours: oidc-provider with one page on which anybody signs in as anybody.
// Input: now (milliseconds of the test's clock), key (the last part of the callback), and secret or jwk (public key) of the client.
// The login may end in +something: then the ID token is spoilt in that way before it leaves.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';

const input = JSON.parse(process.argv[2]);
const ahead = input.now - Date.now();
const realNow = Date.now.bind(Date);
let skip = 0;
Date.now = () => realNow() + ahead + skip;

const { Provider, interactionPolicy } = await import('oidc-provider');
const { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, importJWK } = await import('jose');

const key = await exportJWK(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
Object.assign(key, { kid: 'provider', alg: 'RS256', use: 'sig' });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://localhost:${server.address().port}`;
const people = new Map();
const spoilers = new Map();
let pushed = 0;

// A native client may name a port that was not registered; asking anew at every sign-in, which comes with it, would hide the session.
const policy = interactionPolicy.base();
policy.get('consent').checks.remove('native_client_prompt');

const provider = new Provider(address, {
  clients: [{
    client_id: 'portal',
    application_type: 'native',
    redirect_uris: [`http://localhost/connect/outside/${input.key}`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    ...(input.jwk
      ? { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [input.jwk] } }
      : { token_endpoint_auth_method: 'client_secret_post', client_secret: input.secret }),
  }],
  jwks: { keys: [key] },
  acrValues: ['urn:test:strong'],
  claims: { openid: ['sub', 'acr'], profile: ['name'], email: ['email'] },
  features: {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    userinfo: { enabled: true },
  },
  interactions: { policy, url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  cookies: { keys: ['not a secret'] },
  ttl: { Session: 86400, Interaction: 3600, Grant: 86400, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
});

provider.on('pushed_authorization_request.success', () => { pushed += 1; });

provider.use(async (ctx, next) => {
  await next();
  if (ctx.path === '/token' && ctx.body?.id_token) {
    const claims = decodeJwt(ctx.body.id_token);
    const spoil = spoilers.get(claims.sub);
    if (spoil) ctx.body.id_token = await spoilt(spoil, claims);
  }
});

async function spoilt(how, claims) {
  const sign = (changed, alg = 'RS256', by) => new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg, kid: 'provider' }).sign(by);
  const own = await importJWK(key, 'RS256');
  const now = Math.floor(Date.now() / 1000);
  switch (how) {
    case 'nonce': return sign({ nonce: 'another' }, 'RS256', own);
    case 'issuer': return sign({ iss: 'https://other.example' }, 'RS256', own);
    case 'audience': return sign({ aud: 'another' }, 'RS256', own);
    case 'expired': return sign({ iat: now - 900, exp: now - 300 }, 'RS256', own);
    case 'key': return sign({}, 'RS256', foreign);
    case 'hs256': return sign({}, 'HS256', new TextEncoder().encode(input.secret));
    case 'none': return new UnsecuredJWT(claims).encode();
    case 'unsigned': return (await sign({}, 'RS256', own)).replace(/[^.]*$/, '');
    case 'silent': return sign({ auth_time: undefined }, 'RS256', own);
    default: throw new Error(how);
  }
}

const page = `<!doctype html><html lang="en"><title>Test provider</title><link rel="icon" href="data:,"><main><h1>Test provider</h1><form method="post">
<label>Login <input name="login"></label><label>Name <input name="name"></label><label>Mail <input name="mail"></label>
<button>Sign in</button><button name="cancel" value="1">Cancel</button></form></main></html>`;

async function interact(req, res) {
  const interaction = await provider.interactionDetails(req, res);
  if (req.method !== 'POST') {
    res.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    return;
  }

  let body = '';
  for await (const part of req) body += part;
  const typed = new URLSearchParams(body);
  if (typed.get('cancel')) {
    await provider.interactionFinished(req, res, { error: 'access_denied', error_description: `${typed.get('name')} stopped` });
    return;
  }

  const [accountId, how] = typed.get('login').split('+');
  people.set(accountId, { name: typed.get('name') || undefined, email: typed.get('mail') || undefined });
  spoilers.set(accountId, how === 'strong' ? undefined : how);
  const grant = new provider.Grant({ accountId, clientId: interaction.params.client_id });
  grant.addOIDCScope('openid profile email');
  await provider.interactionFinished(req, res, {
    login: { accountId, acr: how === 'strong' ? 'urn:test:strong' : undefined },
    consent: { grantId: await grant.save() },
  });
}

const answer = provider.callback();
server.on('request', (req, res) => {
  const url = new URL(req.url, address);
  if (url.pathname.startsWith('/interaction/')) interact(req, res).catch((e) => { res.statusCode = 500; res.end(String(e)); });
  else if (url.pathname === '/test/pushed') res.end(String(pushed));
  else if (url.pathname === '/test/skip') { skip += Number(url.searchParams.get('seconds')) * 1000; res.end(); }
  else answer(req, res);
});
console.log(JSON.stringify({ address }));
