// A system that checks tokens by itself. Input: { issuer, jwksUri, checks: [{ token, now, keys? }] }; with keys it holds that set already,
// without it reads the published one. Says for each check "good" or the code of what is wrong.
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose'

const { issuer, jwksUri, checks } = JSON.parse(process.argv[2])
const published = createRemoteJWKSet(new URL(jwksUri))

async function check({ token, now, keys }) {
  try {
    await jwtVerify(token, keys ? createLocalJWKSet(keys) : published, { issuer, algorithms: ['RS256'], currentDate: new Date(now) })
    return 'good'
  } catch (wrong) {
    return wrong.code
  }
}

const said = []
for (const one of checks) {
  said.push(await check(one))
}
console.log(JSON.stringify(said))
