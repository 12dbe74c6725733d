/** The front server of `bench:static`: the port, the folder of a release, the folder of hashed files. */
import { openRelease } from '#cms/endpoints/release.ts'
import { gonePaths } from '#cms/jobs/gone.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import { startTestCms } from '#tests/helpers/payload.ts'

const [port = '', folder = '', assets = ''] = process.argv.slice(2)
const cms = await startTestCms({ PORT: port })
const state = newServerState(cms.env)
Object.assign(state, { phase: 'ready', payload: cms.payload, gone: gonePaths() })
state.release = openRelease(folder, assets)
frontServer(state).listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => cms.close().finally(() => process.exit(0)))
