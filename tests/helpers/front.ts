import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import { connect } from 'node:net'
import { openRelease } from '#cms/endpoints/release.ts'
import { gonePaths } from '#cms/jobs/gone.ts'
import { releasePaths } from '#cms/jobs/releases.ts'
import { frontServer, type ServerLimits, serverLimits } from '#cms/server.ts'
import { newServerState, type ServerState } from '#cms/server-state.ts'
import { startTestCms, type TestCms } from './payload.ts'
import { putRelease } from './release.ts'
import { freePort } from './server.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; body: string }
export type Asked = { method?: string; headers?: Record<string, string | string[]>; body?: string }

/** One raw request to this machine: `fetch` would tidy up the addresses and headers that are tested. */
export function askRaw(
  port: number,
  address: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
  // Node writes none by itself for DELETE.
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: address,
        method,
        headers: { Host: `localhost:${port}`, ...length, ...headers },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', part => parts.push(part))
        response.on('end', () => {
          const bytes = Buffer.concat(parts)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            body: bytes.toString(),
          })
        })
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}

/** Writes `text` into a connection of its own; resolves to all that comes back until the server closes it. */
export function writeRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('latin1').on('data', part => {
      answer += part
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(answer))
  })
}

/** The real front server on a CMS of its own, with a release made of `files`. Next is a stand-in that answers "next". */
export type TestFront = {
  port: number
  cms: TestCms
  state: ServerState
  server: Server
  ask: (address: string, asked?: Asked) => Promise<Answer>
  close: () => Promise<void>
}

export async function startTestFront(
  files: Readonly<Record<string, string>>,
  variables: Record<string, string> = {},
  limits: ServerLimits = serverLimits,
): Promise<TestFront> {
  const port = await freePort()
  const cms = await startTestCms({ PORT: String(port), ...variables })
  const paths = releasePaths(cms.env)
  const manifest = await putRelease(paths, '20260101-000000-aaaa', files)
  const state: ServerState = {
    ...newServerState(cms.env),
    phase: 'ready',
    payload: cms.payload,
    gone: gonePaths(),
    release: openRelease(paths.folder(manifest.id), paths.assets),
    next: (_, response) => response.end('next'),
  }
  const server = frontServer(state, limits)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    cms,
    state,
    server,
    ask: (address, asked) => askRaw(port, address, asked),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await cms.close()
    },
  }
}
