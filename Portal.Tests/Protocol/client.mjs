// A confidential system and a single-page app, both played by openid-client. Says the address to sign in at, is told where that led, and says what it got.
import { createInterface } from 'node:readline'
import { generateKeyPair, exportJWK } from 'jose'
import * as oidc from 'openid-client'

const input = JSON.parse(process.argv[2])
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = value => console.log(JSON.stringify(value))
const hear = async () => JSON.parse((await lines.next()).value)
const insecure = { execute: [oidc.allowInsecureRequests] }

async function discover(id, metadata, authentication) {
  // The portal of a test lives by a clock of its own.
  const skew = { [oidc.clockSkew]: input.now - Math.floor(Date.now() / 1000) }
  return oidc.discovery(new URL(input.issuer), id, { ...metadata, ...skew }, authentication, insecure)
}

async function signIn(config, scope, isPushed) {
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const parameters = {
    redirect_uri: input.callback, scope, state, nonce, max_age: '3600',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  }
  const address = isPushed ? await oidc.buildAuthorizationUrlWithPAR(config, parameters) : oidc.buildAuthorizationUrl(config, parameters)
  say({ address })
  const { landed } = await hear()
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 3600, idTokenExpected: true }
  return oidc.authorizationCodeGrant(config, new URL(landed), checks)
}

const keys = await generateKeyPair('ES256', { extractable: true })
say({ key: { ...await exportJWK(keys.publicKey), kid: 'own', alg: 'ES256', use: 'sig' } })
await hear()

const confidential = await discover(input.confidential, {}, oidc.PrivateKeyJwt({ key: keys.privateKey, kid: 'own' }))
const tokens = await signIn(confidential, 'openid profile email offline_access portal.me', true)
const claims = tokens.claims()
const info = await oidc.fetchUserInfo(confidential, tokens.access_token, claims.sub)
const renewed = await oidc.refreshTokenGrant(confidential, tokens.refresh_token)
const me = await (await oidc.fetchProtectedResource(confidential, renewed.access_token, new URL('/api/me', input.issuer), 'GET')).json()
const own = await oidc.clientCredentialsGrant(confidential)
const active = await oidc.tokenIntrospection(confidential, own.access_token)
await oidc.tokenRevocation(confidential, own.access_token)
const revoked = await oidc.tokenIntrospection(confidential, own.access_token)
say({ claims, info, me, renewed: renewed.claims().sub, active: active.active, revoked: revoked.active, server: confidential.serverMetadata() })

const open = await discover(input.open, {}, oidc.None())
const inPage = await signIn(open, 'openid offline_access', false)
const again = await oidc.refreshTokenGrant(open, inPage.refresh_token)
say({ sub: again.claims().sub, logout: oidc.buildEndSessionUrl(open, { id_token_hint: again.id_token, post_logout_redirect_uri: input.signedOut, state: 'bye' }) })
await hear()
say({ refused: await oidc.refreshTokenGrant(open, again.refresh_token).then(() => 'renewed', e => e.error) })
process.exit(0)
