import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { followSockets } from '#cms/sockets.ts'
import { stopInSteps } from '#cms/stop.ts'

const opened = (port: number, text: string) =>
  new Promise<Socket>(resolve => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      socket.write(text)
      setTimeout(() => resolve(socket), 100)
    })
    socket.on('error', () => undefined)
  })

test('a server closes although sockets were upgraded, half-closed or never asked anything', async () => {
  const server = createServer((_request, response) => response.write('begun'))
  // As Next does: it takes the socket and neither answers nor closes it.
  server.on('upgrade', () => undefined)
  const close = followSockets(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const upgraded = await opened(
    port,
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  )
  const halfClosed = await opened(
    port,
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
  )
  halfClosed.end()
  await opened(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await opened(port, '')
  await close(200)
  expect(server.listening).toBe(false)
  expect(await new Promise(resolve => server.getConnections((_error, count) => resolve(count)))).toBe(0)
  upgraded.destroy()
})

test('stopping goes on after a step that fails and one that hangs', async () => {
  const done: string[] = []
  const step = (name: string, stop: () => Promise<unknown>) => ({
    name,
    stop: () => {
      done.push(name)
      return stop()
    },
  })
  await stopInSteps(
    [
      step('gagal', () => Promise.reject(new Error('x'))),
      step('macet', () => new Promise(() => undefined)),
      step('akhir', () => Promise.resolve()),
    ],
    50,
  )
  expect(done).toEqual(['gagal', 'macet', 'akhir'])
})
