import { expect, test } from 'vitest'
import { createLanes, type Lane, type Place } from '#cms/accounts/lanes.ts'

/** Work that is done when told; `log` says in which order it began. */
function workshop(options: { atOnce: number; mostNew: number }) {
  const lanes = createLanes(options)
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const join = async (name: string, lane: Lane) => {
    const place = lanes.enter(lane) as Place
    await place.run(() => {
      log.push(name)
      return new Promise<void>(resolve => ends.set(name, resolve))
    })
    place.leave()
  }
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { lanes, log, join, end }
}

test('no more is done at once than said, and whoever is known goes before newcomers who came earlier', async () => {
  const { end, join, log } = workshop({ atOnce: 2, mostNew: 9 })
  for (const name of ['baru 1', 'baru 2', 'baru 3', 'baru 4']) void join(name, 'new')
  void join('dikenal', 'known')
  expect(log).toEqual(['baru 1', 'baru 2'])
  await end('baru 2')
  expect(log).toEqual(['baru 1', 'baru 2', 'dikenal'])
  await end('baru 1')
  expect(log).toEqual(['baru 1', 'baru 2', 'dikenal', 'baru 3'])
})

test('a full lane gives no place to newcomers, one to the known, and one again when somebody leaves', async () => {
  const { end, join, lanes } = workshop({ atOnce: 1, mostNew: 2 })
  for (const name of ['a', 'b']) void join(name, 'new')
  expect(lanes.enter('new')).toBeNull()
  expect(lanes.enter('known')).not.toBeNull()
  await end('a')
  expect(lanes.enter('new')).not.toBeNull()
})

test('work that fails hands its turn on', async () => {
  const lanes = createLanes({ atOnce: 1, mostNew: 2 })
  const [first, second] = [lanes.enter('new'), lanes.enter('new')]
  const failing = first?.run(() => Promise.reject(new Error('x')))
  const waiting = second?.run(async () => 'done')
  await expect(failing).rejects.toThrow('x')
  expect(await waiting).toBe('done')
})
