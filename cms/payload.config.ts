import { buildCmsConfig } from './build-config.ts'
import { parseEnv, payloadSecret } from './env.ts'
import { migrations } from './migrations/index.ts'

const env = parseEnv(process.env)
// Next evaluates this module while it builds: no session is signed then, and no file is made.
const isBuilding = process.env.NEXT_PHASE === 'phase-production-build'

export default buildCmsConfig(env, {
  migrations,
  secret: isBuilding ? 'only while building' : payloadSecret(env),
})
