// A connected system on openid-client, one step at a time: its own token, the way to a sign-in and back, renewal.
import * as client from 'openid-client';
import { importJWK } from 'jose';

const input = JSON.parse(process.argv[2]);

const authentication = input.secret
  ? client.ClientSecretPost(input.secret)
  : client.PrivateKeyJwt(await importJWK(JSON.parse(input.key), 'ES256'));
const config = await client.discovery(
  // The portal of a test lives on its own time.
  new URL(input.issuer), input.clientId, { [client.clockSkew]: Math.round(input.now - Date.now() / 1000) },
  authentication, { execute: [client.allowInsecureRequests] });

const steps = {
  own: async () => tokensOf(await client.clientCredentialsGrant(config)),
  begin: async () => {
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = await client.buildAuthorizationUrlWithPAR(config, {
      redirect_uri: input.redirect, scope: input.scope, state, nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    return { address: address.href, verifier, state, nonce };
  },
  finish: async () => {
    const { verifier, state, nonce } = input.begun;
    const tokens = await client.authorizationCodeGrant(config, new URL(input.landed), {
      pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true,
    });
    return { ...tokensOf(tokens), subject: tokens.claims().sub };
  },
  renew: async () => tokensOf(await client.refreshTokenGrant(config, input.refresh)),
};

function tokensOf(tokens) {
  return { access: tokens.access_token, refresh: tokens.refresh_token };
}

try {
  console.log(JSON.stringify(await steps[input.step]()));
} catch (failure) {
  // With 401 the error of the protocol stands in the challenge.
  const { error, error_description: why } = failure.error ? failure : failure.cause?.[0]?.parameters ?? {};
  console.log(JSON.stringify({ error: error ?? String(failure), why }));
}
